package com.highstage.portal.metrics.duty;

import java.time.Duration;

import io.micrometer.core.instrument.Tags;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import com.highstage.portal.metrics.Readings;

/**
 * Whether something waits for too long.
 *
 * @param readings the figures
 * @param series which of them says how long it waits
 * @param longest how long it may
 */
record WaitingHealth(Readings readings, String series, Duration longest) implements HealthIndicator {

	@Override
	public Health health() {
		double seconds = this.readings.value(this.series, Tags.empty());
		if (Double.isNaN(seconds)) {
			return Health.unknown().build();
		}
		return Duty.done(seconds <= this.longest.toSeconds())
			.withDetail("oldestWaits", Duration.ofSeconds((long) seconds).toString())
			.build();
	}

}
