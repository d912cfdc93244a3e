package com.highstage.portal.consent;

import java.net.URI;
import java.time.Instant;

/**
 * A link with which a colleague gives consent, without an account in the portal.
 *
 * @param address the whole address; shown once, only its hash is kept
 * @param validUntil when it ends
 */
public record ColleagueLink(URI address, Instant validUntil) {

	@Override
	public String toString() {
		return "ColleagueLink[redacted, " + this.validUntil + "]";
	}

}
