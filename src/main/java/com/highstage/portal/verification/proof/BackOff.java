package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.VerificationProperties;

/**
 * When to try a login again: twice as long each time, a little different for each mailbox
 * so that hundreds do not come at the same moment, and in steps so that they do not come
 * one by one either.
 */
final class BackOff {

	private static final int LAST_DOUBLING = 20;

	private static final int PARTS = 16;

	private static final int MOST_PARTS_LATER = 4;

	private static final Duration SHORTEST_STEP = Duration.ofMillis(500);

	private final VerificationProperties properties;

	BackOff(VerificationProperties properties) {
		this.properties = properties;
	}

	/**
	 * The next try.
	 * @param now the time
	 * @param mailbox the mailbox
	 * @param tries how often it was tried before this time
	 * @param askedFor how long the server asked to wait, if it did
	 * @return when
	 */
	Instant next(Instant now, MailboxAddress mailbox, int tries, @Nullable Duration askedFor) {
		Duration doubled = this.properties.firstWait().multipliedBy(1L << Math.min(tries, LAST_DOUBLING));
		Duration wait = shorter(doubled, this.properties.longestWait());
		int parts = Math.floorMod(31 * mailbox.hashCode() + tries, MOST_PARTS_LATER + 1);
		Instant next = now.plus(wait).plus(wait.dividedBy(PARTS).multipliedBy(parts));
		Instant earliest = (askedFor != null) ? now.plus(askedFor) : next;
		return stepped(earliest.isAfter(next) ? earliest : next, wait.dividedBy(PARTS));
	}

	private static Instant stepped(Instant instant, Duration step) {
		long millis = Math.max(step.toMillis(), SHORTEST_STEP.toMillis());
		return Instant.ofEpochMilli(Math.ceilDiv(instant.toEpochMilli(), millis) * millis);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
