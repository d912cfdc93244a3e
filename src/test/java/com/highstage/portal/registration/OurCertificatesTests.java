package com.highstage.portal.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.microsoft.KnownCertificates;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.RecipientKeyId;

import static org.assertj.core.api.Assertions.assertThat;

class OurCertificatesTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	@Test
	void onlyAYoungOneHasToBeShownAndWhatWasRemovedNeverComesBack() {
		KnownCertificates known = OurCertificates.of(List.of(version(4, CredentialType.SECRET, State.CURRENT, 1),
				version(3, CredentialType.CERTIFICATE, State.CURRENT, 4),
				version(2, CredentialType.CERTIFICATE, State.SUPERSEDED, 60),
				version(1, CredentialType.CERTIFICATE, State.REMOVED, 2)), NOW);
		assertThat(known.there()).containsExactly(new UUID(1, 3));
		assertThat(known.gone()).containsExactly(new UUID(1, 1));
	}

	private static CredentialVersion version(long sequence, CredentialType type, State state, int minutes) {
		return new CredentialVersion(new ConnectionId(new UUID(0, 1)), sequence, type, new UUID(1, sequence),
				"Highstage (hs-" + sequence + ")", NOW.minus(Duration.ofMinutes(minutes)),
				NOW.plus(Duration.ofDays(180)), state, new Handover(new RecipientKeyId("key"), null, null));
	}

}
