package com.highstage.portal.renewal.reminder;

import java.time.Duration;
import java.time.Instant;

import com.highstage.portal.tenant.ConnectionId;

/**
 * A secret that Highstage is offered and whose end is near.
 *
 * @param connection whose secret
 * @param sequence which version of it
 * @param createdAt when it was stored
 * @param expiresAt when it ends
 */
record Due(ConnectionId connection, long sequence, Instant createdAt, Instant expiresAt) {

	/**
	 * How many days are left, a day that has begun counted as one.
	 * @param now the time
	 * @return 0 once it has ended
	 */
	long daysLeft(Instant now) {
		Duration left = Duration.between(now, this.expiresAt);
		return left.isNegative() ? 0 : left.plusDays(1).minusNanos(1).toDays();
	}

	/**
	 * Whether it was made before a reminder would have been due.
	 * @param threshold how many days before the end
	 * @return false for a secret that does not live that long
	 */
	boolean livesLongerThan(int threshold) {
		return this.expiresAt.minus(Duration.ofDays(threshold)).isAfter(this.createdAt);
	}

}
