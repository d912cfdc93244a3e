package com.highstage.portal.invitation;

import java.net.URI;
import java.time.Instant;

import com.highstage.portal.site.Language;

/**
 * What a colleague is asked for by mail.
 *
 * @param kind what they are asked to do; not {@link LinkKind#CONTACT}
 * @param link the whole address of a link that was just made
 * @param until when the link ends
 * @param language the language to write in
 * @param about a reference by which pages find the mail again, for example the
 * onboarding's id
 */
public record Plea(LinkKind kind, URI link, Instant until, Language language, String about) {

	@Override
	public String toString() {
		return "Plea[" + this.kind + ", " + this.about + ", redacted]";
	}

}
