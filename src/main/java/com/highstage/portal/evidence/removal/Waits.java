package com.highstage.portal.evidence.removal;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When to look again: twice as long each time, and never earlier than Microsoft asked.
 */
final class Waits {

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int LAST_DOUBLING = 10;

	private Waits() {
	}

	static Instant next(Instant now, PartRecord before, @Nullable Duration askedFor) {
		Duration doubled = FIRST.multipliedBy(1L << Math.min(before.tries(), LAST_DOUBLING));
		Duration wait = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		return now.plus((askedFor != null && askedFor.compareTo(wait) > 0) ? askedFor : wait);
	}

}
