package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.onboarding.PasteAnswer.Field;
import com.highstage.portal.onboarding.PasteAnswer.Mistake;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private static final TenantId TENANT = TenantId.parse("c0c0c0c0-0001-4000-8000-000000000001");

	private static final String CLIENT = "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10";

	private final Pasted pasted = new Pasted(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void waitingDoublesAndIsNeverShorterThanMicrosoftAsked() {
		assertThat(BackOff.next(NOW, 0, null)).isEqualTo(NOW.plusMillis(500));
		assertThat(BackOff.next(NOW, 3, null)).isEqualTo(NOW.plusSeconds(4));
		assertThat(BackOff.next(NOW, 60, null)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
		assertThat(BackOff.next(NOW, 3, Duration.ofMillis(2128))).isEqualTo(NOW.plusSeconds(4));
		assertThat(BackOff.next(NOW, 0, Duration.ofMillis(2128))).isEqualTo(NOW.plusMillis(2128));
	}

	@Test
	void shorterLifetimesAreTriedInDays() {
		assertThat(Lifetimes.shorter(730)).contains(180);
		assertThat(Lifetimes.shorter(180)).contains(90);
		assertThat(Lifetimes.shorter(30)).isEmpty();
		assertThat(Lifetimes.waysOut(180)).containsExactly(WayOut.LIFETIME_90, WayOut.LIFETIME_30);
	}

	@Test
	void rightValuesHaveNoMistake() {
		assertThat(mistakes(TENANT.toString(), " " + CLIENT + "\n", " abc8Q~value ", "")).isEmpty();
	}

	@Test
	void valuesOfTheNeighbouringLineAreRecognised() {
		assertThat(mistakes(TENANT.toString(), CLIENT, UUID.randomUUID().toString(), ""))
			.isEqualTo(Map.of(Field.SECRET, Mistake.SECRET_ID_INSTEAD_OF_VALUE));
		assertThat(mistakes(UUID.randomUUID().toString(), CLIENT, "value", ""))
			.isEqualTo(Map.of(Field.TENANT_ID, Mistake.OTHER_ORGANISATION));
		assertThat(mistakes(TENANT.toString(), TENANT.toString(), "\"value\"", CLIENT + "x"))
			.isEqualTo(Map.of(Field.CLIENT_ID, Mistake.SAME_AS_OTHER_FIELD, Field.SECRET, Mistake.BLANK_OR_QUOTE,
					Field.KEY_ID, Mistake.NO_GUID));
		assertThat(mistakes("", "contoso", "", CLIENT)).isEqualTo(
				Map.of(Field.TENANT_ID, Mistake.EMPTY, Field.CLIENT_ID, Mistake.NO_GUID, Field.SECRET, Mistake.EMPTY));
	}

	@Test
	void anExpiryInThePastOrFarAwayIsRecognised() {
		LocalDate today = LocalDate.of(2026, 11, 23);
		assertThat(expiry(today)).isEmpty();
		assertThat(expiry(today.minusDays(1))).containsValue(Mistake.PAST);
		assertThat(expiry(today.plusYears(3))).containsValue(Mistake.TOO_FAR);
	}

	@Test
	void aDescriptionIsCutBetweenCharacters() {
		Plan plan = Plan.standard()
			.withCredential(Plan.standard().credentialType(), new PlainName("📬".repeat(60)), 90);
		assertThat(plan.secretDescription().value()).isEqualTo("📬".repeat(Plan.LONGEST_DESCRIPTION));
	}

	private Map<Field, Mistake> expiry(LocalDate day) {
		return this.pasted.mistakes(TENANT, new HandMade(TENANT.toString(), CLIENT, Secret.of("value"), day, ""));
	}

	private Map<Field, Mistake> mistakes(String tenant, String client, String secret, String keyId) {
		return this.pasted.mistakes(TENANT,
				new HandMade(tenant, client, Secret.of(secret), LocalDate.of(2027, 5, 1), keyId));
	}

}
