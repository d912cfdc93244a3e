package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123456Z");

	private static final MailboxAddress SALES = new MailboxAddress("sales@contoso.example");

	private final BackOff backOff = new BackOff(ProofBench.PROPERTIES);

	@ParameterizedTest
	@CsvSource({ "0, 2", "1, 4", "2, 8", "6, 128", "7, 256", "8, 300", "9, 300", "1000, 300" })
	void eachWaitIsTwiceAsLongUpToFiveMinutesAndAtMostAThirdLonger(int tries, int seconds) {
		Duration wait = Duration.between(NOW, this.backOff.next(NOW, SALES, tries, null));
		assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1334L + 500));
	}

	@Test
	void neverEarlierThanTheServerAsked() {
		Instant next = this.backOff.next(NOW, SALES, 0, Duration.ofMinutes(7));
		assertThat(next).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(7)));
	}

	@Test
	void hundredsAreSpreadOverAFewMoments() {
		Set<Instant> moments = IntStream.range(0, 500)
			.mapToObj((number) -> this.backOff.next(NOW.plusMillis(number * 20L),
					new MailboxAddress("box-" + number + "@contoso.example"), 9, null))
			.collect(Collectors.toSet());
		assertThat(moments).hasSizeBetween(4, 8);
	}

}
