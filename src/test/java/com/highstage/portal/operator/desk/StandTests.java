package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.highstage.portal.onboarding.Step;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;

import static org.assertj.core.api.Assertions.assertThat;

class StandTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	@Test
	void aStateLastsSinceItWasFirstSeen() {
		Stand stuck = new Stand(CustomerState.STUCK, Step.CHECK, null, null, null);
		DeskRow.Standing first = stuck.after(null, day(-5));
		assertThat(first.since()).isEqualTo(day(-5));
		assertThat(stuck.after(first, day(-2)).since()).isEqualTo(day(-5));
		Stand elsewhere = new Stand(CustomerState.STUCK, Step.CONSENT, null, null, null);
		assertThat(elsewhere.after(first, day(-2)).since()).isEqualTo(day(-2));
	}

	private static Instant day(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
