package com.highstage.portal.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The recipient keys that Highstage has had, and the proofs that it can open what is
 * sealed for them: the portal seals a canary, and Highstage answers with its hash.
 */
public interface RecipientKeys {

	/**
	 * Every key, the newest first.
	 * @return the keys, retired ones too
	 */
	List<RecipientKey> all();

	/**
	 * One key.
	 * @param id its id
	 * @return empty if there never was such a key
	 */
	Optional<RecipientKey> find(RecipientKeyId id);

	/**
	 * Takes Highstage's answer to a canary. In the caller's transaction.
	 * @param id the key
	 * @param answer the SHA-256 of the canary's content, in lower-case hexadecimal
	 * @return whether it is right; the key is proven then
	 */
	boolean answer(RecipientKeyId id, String answer);

	/**
	 * A recipient's public key.
	 *
	 * @param id the key's id
	 * @param state where it stands
	 * @param canary what Highstage is to open; null for a retired key
	 * @param provenUntil until when the last proof holds; null if there was none, or if
	 * the portal holds the pair itself
	 * @param since when the portal knew it first
	 */
	record RecipientKey(RecipientKeyId id, State state, @Nullable String canary, @Nullable Instant provenUntil,
			Instant since) {

	}

	/**
	 * Where a recipient key stands.
	 */
	enum State {

		/** Nobody has shown yet, or not for long, that they can open what is sealed. */
		WAITS_FOR_PROOF,
		/** Highstage has shown that it can. */
		PROVEN,
		/** The portal generated the pair itself and holds it. */
		HELD,
		/** No longer configured: nothing is sealed for it any more. */
		RETIRED

	}

}
