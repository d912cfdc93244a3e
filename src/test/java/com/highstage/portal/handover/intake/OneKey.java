package com.highstage.portal.handover.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys;

/**
 * One recipient key, called "key", whose canary says "right".
 *
 * @param answers what was answered
 */
record OneKey(List<String> answers) implements RecipientKeys {

	@Override
	public List<RecipientKey> all() {
		return List.of();
	}

	@Override
	public Optional<RecipientKey> find(RecipientKeyId id) {
		return id.value().equals("key")
				? Optional.of(new RecipientKey(id, State.WAITS_FOR_PROOF, "canary", null, Instant.EPOCH))
				: Optional.empty();
	}

	@Override
	public boolean answer(RecipientKeyId id, String answer) {
		this.answers.add(answer);
		return answer.equals("right");
	}

}
