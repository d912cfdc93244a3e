package com.highstage.portal.samples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a portal that lives in the past: of its rows and of its alarm clock.
 */
final class TimeMachine extends Clock implements com.github.kagkarlsson.scheduler.Clock {

	private volatile Duration ago = Duration.ZERO;

	/**
	 * Goes to a time, which runs on from there.
	 * @param ago how long ago it was
	 */
	void travel(Duration ago) {
		this.ago = ago;
	}

	@Override
	public Instant instant() {
		return Clock.systemUTC().instant().minus(this.ago);
	}

	@Override
	public Instant now() {
		return instant();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("instants only");
	}

}
