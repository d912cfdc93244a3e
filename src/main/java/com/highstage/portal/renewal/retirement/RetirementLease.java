package com.highstage.portal.renewal.retirement;

import java.time.Clock;
import java.time.Duration;

import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;

/**
 * The right to remove a connection's former secrets, as long as nobody took it over.
 *
 * @param retirements where it is asked
 * @param connection whose secrets
 * @param epoch which holder this is
 * @param clock the time
 */
record RetirementLease(JdbcRetirements retirements, ConnectionId connection, long epoch,
		Clock clock) implements Work.Lease {

	/** How long work may pause before another process takes it over. */
	static final Duration LENGTH = Duration.ofSeconds(60);

	@Override
	public void hold() {
		if (!this.retirements.holdLease(this.connection, this.epoch, this.clock.instant().plus(LENGTH))) {
			throw new LeaseLostException(
					"the former secrets of " + this.connection + " are no longer worked on under epoch " + this.epoch);
		}
	}

}
