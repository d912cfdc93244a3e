package com.highstage.portal.vault.cipher;

import java.time.Instant;

import com.highstage.portal.vault.RecipientKeyId;

/**
 * For which recipient keys Highstage has shown that it can open what is sealed.
 */
interface RecipientProofs {

	/**
	 * Whether a proof for this key still holds.
	 * @param key the key
	 * @param at when
	 * @return true if there is a proof and it has not run out
	 */
	boolean proven(RecipientKeyId key, Instant at);

}
