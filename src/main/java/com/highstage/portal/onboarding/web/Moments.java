package com.highstage.portal.onboarding.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says points in time as pages do.
 */
@Component
public class Moments {

	private static final Duration NOW = Duration.ofSeconds(10);

	private final Clock clock;

	Moments(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Says a point in time as pages do.
	 * @param at the point; null for none
	 * @return how it is said; null for none
	 */
	public @Nullable Moment of(@Nullable Instant at) {
		if (at == null) {
			return null;
		}
		Duration distance = Duration.between(this.clock.instant(), at);
		if (distance.abs().compareTo(NOW) < 0) {
			return new Moment(at, "now", 0);
		}
		return of(at, distance.abs(), distance.isNegative() ? "ago" : "in");
	}

	/**
	 * Says when something comes next: what is overdue or due at once comes in a moment.
	 * @param at the point; null for none
	 * @return how it is said; null for none
	 */
	public @Nullable Moment next(@Nullable Instant at) {
		return (at != null && at.isBefore(this.clock.instant().plus(NOW))) ? new Moment(at, "soon", 0) : of(at);
	}

	private static Moment of(Instant at, Duration distance, String direction) {
		if (distance.toMinutes() < 1) {
			return new Moment(at, direction + "-seconds", distance.toSeconds());
		}
		if (distance.toHours() < 1) {
			return new Moment(at, direction + "-minutes", distance.toMinutes());
		}
		if (distance.toDays() < 1) {
			return new Moment(at, direction + "-hours", distance.toHours());
		}
		return new Moment(at, direction + "-days", distance.toDays());
	}

}
