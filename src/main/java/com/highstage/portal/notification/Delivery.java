package com.highstage.portal.notification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param id its id, which is also the first half of its Message-ID
 * @param to whom it is for
 * @param about the reference it was queued with
 * @param state where it stands
 * @param queuedAt when it was queued
 * @param changedAt when it came into this state, or was last tried in vain
 * @param attempts how often the mail server was asked
 * @param nextAttempt when it is asked again, if it is
 * @param answer the mail server's last answer, made harmless; empty before the first
 */
public record Delivery(UUID id, MailAddress to, String about, State state, Instant queuedAt, Instant changedAt,
		int attempts, @Nullable Instant nextAttempt, String answer) {

	/**
	 * Where a mail stands.
	 */
	public enum State {

		/** Waits for the mail server. */
		QUEUED,

		/** The mail server took it over. */
		SENT,

		/** The mail server refused it for good. */
		REFUSED,

		/** The mail server did not take it in time. */
		GIVEN_UP

	}

}
