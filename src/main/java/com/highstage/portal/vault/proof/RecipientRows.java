package com.highstage.portal.vault.proof;

import java.time.Instant;
import java.util.List;

import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.proof.Canaries.Canary;

/**
 * What is stored about recipient keys. In the caller's transaction.
 */
interface RecipientRows {

	/**
	 * Makes a key known.
	 * @param id the key
	 * @return whether it was unknown, or retired
	 */
	boolean add(RecipientKeyId id);

	/**
	 * Retires all others.
	 * @param kept the keys that are configured
	 * @return those that were not retired before
	 */
	List<RecipientKeyId> retire(List<RecipientKeyId> kept);

	/**
	 * Lets one replica make a key's next canary.
	 * @param id the key
	 * @param outdated canaries from before that are to be replaced
	 * @return whether a canary is due; nobody else is told so until the transaction ends
	 */
	boolean lockIfDue(RecipientKeyId id, Instant outdated);

	/**
	 * Puts a key's canary into the place of the one before.
	 * @param id the key
	 * @param canary the canary
	 */
	void put(RecipientKeyId id, Canary canary);

}
