package com.highstage.portal.microsoft.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

	private final RetryAfter retryAfter = new RetryAfter(
			Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC), Duration.ofMinutes(15));

	@ParameterizedTest
	@CsvSource({ "0, 0", "7, 7000", " 7 , 7000", "2.128, 2128", "0.0001, 1", "900, 900000" })
	void secondsMayHaveFractions(String header, long millis) {
		Assertions.assertThat(this.retryAfter.parse(header)).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void aDateIsCountedFromNow() {
		Assertions.assertThat(this.retryAfter.parse("Mon, 23 Nov 2026 08:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void aDateInThePastMeansAtOnce() {
		Assertions.assertThat(this.retryAfter.parse("Mon, 23 Nov 2026 07:00:00 GMT")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "901", "999999999", "Tue, 24 Nov 2026 08:00:00 GMT" })
	void nobodyWaitsForever(String header) {
		Assertions.assertThat(this.retryAfter.parse(header)).isEqualTo(Duration.ofMinutes(15));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-5", "1e9", "NaN", "2,5", "0x10", "99999999999999999999",
			"Mon, 99 Nov 2026 08:00:00 GMT" })
	void garbageSaysNothing(String header) {
		Assertions.assertThat(this.retryAfter.parse(header)).isNull();
	}

	@Test
	void absentSaysNothing() {
		Assertions.assertThat(this.retryAfter.parse(null)).isNull();
	}

}
