package com.highstage.portal.operator.web.keys;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys.RecipientKey;
import com.highstage.portal.vault.RecipientKeys.State;

import static org.assertj.core.api.Assertions.assertThat;

class KeyViewTests {

	private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

	@Test
	void aFormerKeyStandsInUntilTheNewestIsProven() {
		assertThat(view(State.PROVEN, NOW.plusSeconds(1), false, true).todo()).isEqualTo("stands-in");
		assertThat(view(State.PROVEN, NOW.plusSeconds(1), false, false).todo()).isEqualTo("former");
		assertThat(view(State.PROVEN, NOW.plusSeconds(1), true, true).todo()).isEqualTo("proven");
	}

	@Test
	void aProofThatRanOutIsTrouble() {
		KeyView silent = view(State.WAITS_FOR_PROOF, NOW, true, false);
		assertThat(silent.todo()).isEqualTo("ran-out");
		assertThat(silent.tone()).isEqualTo("trouble");
		assertThat(view(State.WAITS_FOR_PROOF, null, true, false).todo()).isEqualTo("waits");
	}

	private static KeyView view(State state, @Nullable Instant until, boolean newest, boolean inUse) {
		return new KeyView(new RecipientKey(new RecipientKeyId("key"), state, null, until, NOW), newest, inUse, 1, NOW);
	}

}
