package com.highstage.portal.onboarding.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTests {

	private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

	private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void whatIsOverdueComesInAMoment() {
		assertThat(this.moments.next(NOW.minus(Duration.ofMinutes(5)))).extracting("key").isEqualTo("soon");
		assertThat(this.moments.next(NOW.plusSeconds(3))).extracting("key").isEqualTo("soon");
		assertThat(this.moments.next(NOW.plus(Duration.ofMinutes(2)))).extracting("key").isEqualTo("in-minutes");
		assertThat(this.moments.next(null)).isNull();
	}

	@Test
	void whatHasBeenIsAgo() {
		assertThat(this.moments.of(NOW.minus(Duration.ofMinutes(5)))).extracting("key").isEqualTo("ago-minutes");
		assertThat(this.moments.of(NOW.minusSeconds(3))).extracting("key").isEqualTo("now");
	}

}
