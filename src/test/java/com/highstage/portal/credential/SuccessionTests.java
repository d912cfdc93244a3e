package com.highstage.portal.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.credential.Succession.Fate;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.RecipientKeyId;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessionTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final Duration OVERLAP = Duration.ofDays(14);

	@Test
	void theFormerOneIsKeptUntilTheNewOneIsAcknowledged() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), null, days(80));
		Succession offered = succession(version(2, State.CURRENT, days(-1), null, days(180)), former);
		assertThat(offered.fate(former)).isEqualTo(Fate.IS_KEPT);
		assertThat(offered.leaves(former)).isEqualTo(days(13));
		assertThat(offered.fullUntil()).contains(days(13));
		Succession acknowledged = succession(version(2, State.CURRENT, days(-1), NOW, days(180)), former);
		assertThat(acknowledged.due()).containsExactly(former);
		assertThat(acknowledged.fullUntil()).isEmpty();
	}

	@Test
	void theFormerOneGoesWhenTheOverlapIsOver() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), null, days(80));
		Succession over = succession(version(2, State.CURRENT, days(-14), null, days(180)), former);
		assertThat(over.fate(former)).isEqualTo(Fate.GOES);
	}

	@Test
	void theFormerOneIsUsedWhileTheNewOneIsProven() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), NOW, days(80));
		CredentialVersion unproven = version(2, State.CURRENT, null, null, days(180));
		Succession succession = succession(former, unproven, former);
		assertThat(succession.fate(former)).isEqualTo(Fate.IS_USED);
		assertThat(succession.fate(unproven)).isEqualTo(Fate.IS_PROVEN);
		assertThat(succession.unproven()).contains(unproven);
		assertThat(succession.due()).isEmpty();
		assertThat(succession.fullUntil()).isEmpty();
	}

	@Test
	void nothingThatHighstageHadGoesWhileNothingNewerWorks() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), NOW, days(80));
		CredentialVersion lost = version(2, State.REMOVED, days(-90), NOW, days(90));
		assertThat(succession(null, lost, former).due()).isEmpty();
		CredentialVersion ended = version(2, State.CURRENT, days(-90), NOW, days(-1));
		assertThat(succession(ended, ended, former).due()).isEmpty();
	}

	@Test
	void whatIsNotProvenBlocksNoFurtherRenewalAlthoughWhatHighstageUsedIsGone() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), NOW, days(80));
		CredentialVersion lost = version(2, State.REMOVED, days(-20), NOW, days(160));
		CredentialVersion unproven = version(3, State.CURRENT, null, null, days(180));
		Succession succession = succession(null, unproven, lost, former);
		assertThat(succession.due()).isEmpty();
		assertThat(succession.unproven()).contains(unproven);
		assertThat(succession.fullUntil()).as("nothing to wait for").isEmpty();
	}

	@Test
	void whatWasNeverOfferedOrHasEndedGoesAtOnce() {
		CredentialVersion never = version(1, State.SUPERSEDED, null, null, days(80));
		CredentialVersion ended = version(2, State.SUPERSEDED, days(-100), null, days(-1));
		CredentialVersion newest = version(3, State.CURRENT, days(-1), null, days(180));
		assertThat(succession(newest, newest, ended, never).due()).containsExactly(never, ended);
	}

	@Test
	void whatAPersonMadeByHandIsNeverRemoved() {
		CredentialVersion pasted = new CredentialVersion(new ConnectionId(new UUID(0, 1)), 1, CredentialType.SECRET,
				new UUID(1, 1), "", days(-100), days(80), State.SUPERSEDED,
				new Handover(new RecipientKeyId("key"), days(-99), null));
		CredentialVersion newest = version(2, State.CURRENT, days(-1), NOW, days(180));
		Succession succession = succession(newest, newest, pasted);
		assertThat(succession.fate(pasted)).isEqualTo(Fate.IS_LEFT);
		assertThat(succession.due()).isEmpty();
		assertThat(succession.liveOurs()).containsExactly(newest);
	}

	@Test
	void aFormerOneThatEndsBeforeTheOverlapLeavesThen() {
		CredentialVersion former = version(1, State.SUPERSEDED, days(-100), null, days(3));
		CredentialVersion newest = version(2, State.CURRENT, days(-1), null, days(180));
		assertThat(succession(newest, former).leaves(former)).isEqualTo(days(3));
	}

	private static Succession succession(CredentialVersion newest, CredentialVersion former) {
		return succession(newest, newest, former);
	}

	private static Succession succession(@Nullable CredentialVersion offered, CredentialVersion... versions) {
		return new Succession(List.of(versions), offered, OVERLAP, NOW);
	}

	private static CredentialVersion version(long sequence, State state, @Nullable Instant offeredAt,
			@Nullable Instant acknowledgedAt, Instant expiresAt) {
		return new CredentialVersion(new ConnectionId(new UUID(0, 1)), sequence, CredentialType.SECRET,
				new UUID(1, sequence), "Highstage (hs-" + sequence + ")", days(-100), expiresAt, state,
				new Handover(new RecipientKeyId("key"), offeredAt, acknowledgedAt));
	}

	private static Instant days(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
