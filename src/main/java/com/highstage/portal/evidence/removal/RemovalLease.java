package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.Work;

/**
 * The right to work on one removal, as long as nobody took it over.
 *
 * @param removals where it is asked
 * @param id the removal
 * @param epoch which holder this is
 * @param length how long it lasts after it was last held
 * @param clock the time
 */
record RemovalLease(JdbcRemovals removals, UUID id, long epoch, Duration length, Clock clock) implements Work.Lease {

	@Override
	public void hold() {
		if (!this.removals.holdLease(this.id, this.epoch, this.clock.instant().plus(this.length))) {
			throw new LeaseLostException("removal " + this.id + " is no longer worked on under epoch " + this.epoch);
		}
	}

}
