package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;

import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.Work;

/**
 * The right to work on one journey, as long as nobody took it over.
 *
 * @param onboardings where it is asked
 * @param id the journey
 * @param epoch which holder this is
 * @param length how long it lasts after it was last held
 * @param clock the time
 */
record HeldLease(Onboardings onboardings, OnboardingId id, long epoch, Duration length,
		Clock clock) implements Work.Lease {

	@Override
	public void hold() {
		if (!this.onboardings.holdLease(this.id, this.epoch, this.clock.instant().plus(this.length))) {
			throw new LeaseLostException("journey " + this.id + " is no longer worked on under epoch " + this.epoch);
		}
	}

}
