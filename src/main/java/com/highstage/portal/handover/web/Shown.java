package com.highstage.portal.handover.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.highstage.portal.handover.feed.ShownConnection;
import com.highstage.portal.handover.feed.ShownConnection.Offered;

/**
 * The answers, whose names are those of the columns of Highstage's views.
 */
final class Shown {

	private Shown() {
	}

	/**
	 * A page of what has changed.
	 *
	 * @param connections the connections, in the order of their changes
	 * @param change what to ask for with {@code after} next
	 * @param more whether there is more at once
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Page(List<Connection> connections, long change, boolean more) {

	}

	/**
	 * A row of {@code highstage_connection_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Connection(UUID connectionId, @Nullable String customerReference, String organisationName, String cloud,
			UUID tenantId, @Nullable UUID clientId, @Nullable UUID servicePrincipalId, @Nullable String credentialType,
			@Nullable String sealedCredential, @Nullable String recipientKeyId, @Nullable UUID credentialKeyId,
			@Nullable Instant credentialExpiresAt, @Nullable Long sequence, long change, String status, boolean imap,
			boolean pop, boolean smtp, Instant updatedAt, List<Mailbox> mailboxes) {

		static Connection of(ShownConnection shown) {
			Offered offered = shown.credential();
			List<Mailbox> mailboxes = shown.mailboxes()
				.stream()
				.map((box) -> new Mailbox(box.address(), box.imapVerifiedAt(), box.popVerifiedAt(),
						box.smtpVerifiedAt()))
				.toList();
			return new Connection(shown.connectionId(), shown.customerReference(), shown.organisationName(),
					shown.cloud(), shown.tenantId(), shown.clientId(), shown.servicePrincipalId(),
					(offered != null) ? offered.type() : null, (offered != null) ? offered.sealed() : null,
					(offered != null) ? offered.recipientKeyId() : null, (offered != null) ? offered.keyId() : null,
					(offered != null) ? offered.expiresAt() : null, (offered != null) ? offered.sequence() : null,
					shown.change(), shown.status(), shown.protocols().imap(), shown.protocols().pop(),
					shown.protocols().smtp(), shown.updatedAt(), mailboxes);
		}

	}

	/**
	 * A row of {@code highstage_mailbox_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Mailbox(String address, @Nullable Instant imapVerifiedAt, @Nullable Instant popVerifiedAt,
			@Nullable Instant smtpVerifiedAt) {

	}

	/**
	 * All rows of {@code highstage_recipient_key_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record RecipientKeys(List<RecipientKey> keys) {

	}

	/**
	 * A row of {@code highstage_recipient_key_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record RecipientKey(String keyId, @Nullable String canary, @Nullable Instant provenUntil) {

	}

	/**
	 * All rows of {@code highstage_signing_key_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record SigningKeys(List<SigningKey> keys) {

	}

	/**
	 * A row of {@code highstage_signing_key_v1}.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record SigningKey(String keyId, String publicKey, Instant validFrom, @Nullable Instant validUntil) {

	}

}
