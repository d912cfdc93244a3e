package com.highstage.portal.renewal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.renewal.web.RenewalView.Down;
import com.highstage.portal.renewal.web.RenewalView.Stage;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.RecipientKeyId;

import static org.assertj.core.api.Assertions.assertThat;

class RenewalStageTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	@Test
	void whatWasJustRenewedIsSaidEvenWhereTheNewOneLivesShort() {
		CredentialVersion renewed = version(2, State.CURRENT, -1, 30);
		assertThat(stage(renewed, null, renewed, version(1, State.SUPERSEDED, -150, 20))).isEqualTo(Stage.RENEWED);
	}

	@Test
	void whoIsRemindedOfTheEndIsNotToldThatItWasRenewed() {
		CredentialVersion used = version(2, State.CURRENT, -160, 20);
		assertThat(stage(used, null, used, version(1, State.SUPERSEDED, -300, 200))).isEqualTo(Stage.NEAR);
	}

	@Test
	void aFormerOneThatHasEndedIsNoFormerOneThatStaysForAWhile() {
		CredentialVersion used = version(2, State.CURRENT, -60, 120);
		assertThat(stage(used, null, used, version(1, State.SUPERSEDED, -240, -1))).isEqualTo(Stage.FINE);
	}

	@Test
	void whatIsGoneAtMicrosoftDoesNotLast() {
		CredentialVersion used = version(1, State.CURRENT, -10, 170);
		assertThat(stage(used, null, used)).isEqualTo(Stage.FINE);
		assertThat(stage(used, new Down(NOW, false), used)).isEqualTo(Stage.DOWN);
		assertThat(stage(null, null, used)).isEqualTo(Stage.DOWN);
	}

	private static Stage stage(@Nullable CredentialVersion offered, @Nullable Down down,
			CredentialVersion... versions) {
		return RenewalPages.stage(new Succession(List.of(versions), offered, Duration.ofDays(14), NOW), down);
	}

	private static CredentialVersion version(long sequence, State state, int offered, int ends) {
		return new CredentialVersion(new ConnectionId(new UUID(0, 1)), sequence, CredentialType.SECRET,
				new UUID(1, sequence), "Highstage (hs-" + sequence + ")", days(offered), days(ends), state,
				new Handover(new RecipientKeyId("key"), days(offered), days(offered)));
	}

	private static Instant days(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
