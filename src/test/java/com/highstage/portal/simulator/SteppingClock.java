package com.highstage.portal.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that goes on when it is told to.
 */
public final class SteppingClock extends Clock {

	private volatile Instant now = Instant.now();

	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
