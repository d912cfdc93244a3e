package com.highstage.portal.onboarding.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A point in time as a page says it: relative, because the portal does not know the
 * reader's time zone; message {@code moment.<key>}.
 *
 * @param at the point itself
 * @param key the unit and direction
 * @param amount how many units
 */
public record Moment(Instant at, String key, long amount) {

	/**
	 * The point as HTML's {@code time} wants it.
	 * @return the point in UTC, to the second
	 */
	public String iso() {
		return this.at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
