package com.highstage.portal.vault;

/**
 * Published in the transaction in which something happened to a recipient key.
 *
 * @param key the key
 * @param change what happened
 */
public record RecipientKeyChanged(RecipientKeyId key, Change change) {

	/**
	 * What can happen to a recipient key.
	 */
	public enum Change {

		/** It was configured, for the first time or again. */
		ADDED,

		/** Highstage answered its canary rightly. */
		PROVEN,

		/** Somebody answered its canary wrongly. */
		ANSWERED_WRONGLY,

		/** It is no longer configured. */
		RETIRED

	}

}
