package com.highstage.portal.handover.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;

/**
 * What Highstage may write.
 */
public sealed interface Written {

	/**
	 * What it is about.
	 * @return ids and addresses, as Highstage wrote them
	 */
	String subject();

	/**
	 * Highstage uses a credential.
	 *
	 * @param connection whose credential
	 * @param sequence which
	 * @param at since when, as Highstage says
	 */
	record Acknowledgement(ConnectionId connection, long sequence, Instant at) implements Written {

		@Override
		public String subject() {
			return this.connection + "/" + this.sequence;
		}

	}

	/**
	 * How Highstage fares with a mailbox.
	 *
	 * @param connection the connection
	 * @param address the mailbox, as Highstage wrote it; empty for the whole connection
	 * @param lastLoginAt when it logged in last; null if it never did
	 * @param lastError what failed since; null or empty if nothing did
	 * @param at when Highstage says so
	 */
	record Report(ConnectionId connection, String address, @Nullable Instant lastLoginAt, @Nullable String lastError,
			Instant at) implements Written {

		@Override
		public String subject() {
			return this.address.isEmpty() ? this.connection.toString() : this.connection + "/" + this.address;
		}

		boolean failed() {
			return this.lastError != null && !this.lastError.isBlank();
		}

	}

	/**
	 * Highstage has opened a canary.
	 *
	 * @param keyId the recipient key
	 * @param answer the hash of the canary's content
	 * @param at when
	 */
	record CanaryAnswer(String keyId, String answer, Instant at) implements Written {

		@Override
		public String subject() {
			return this.keyId;
		}

	}

}
