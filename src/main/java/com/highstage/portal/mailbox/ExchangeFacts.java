package com.highstage.portal.mailbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * How Exchange knew our application when it was asked last.
 *
 * @param state what was found
 * @param found the Object ID under which it is registered; null if it is not
 * @param other another application that is registered under our name, perhaps a former
 * one; null if there is none
 * @param lookedUpAt when Exchange was asked; null if it was not
 */
public record ExchangeFacts(State state, @Nullable ObjectId found, @Nullable ClientId other,
		@Nullable Instant lookedUpAt) {

	/** Nothing known. */
	public static final ExchangeFacts UNKNOWN = new ExchangeFacts(State.UNKNOWN, null, null, null);

	/**
	 * How Exchange knows our application.
	 */
	public enum State {

		/** Exchange was not asked yet. */
		UNKNOWN,
		/** Under the enterprise application's Object ID, as it must be. */
		REGISTERED,
		/** Under another Object ID: every login fails. */
		WRONG_OBJECT_ID,
		/** Not at all. */
		MISSING

	}

}
