package com.highstage.portal.handover.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code highstage_connection_v1} with its mailboxes, as Highstage reads it.
 *
 * @param connectionId the connection
 * @param customerReference Highstage's own reference; null until somebody set it
 * @param organisationName the organisation's display name, a stranger's words
 * @param cloud the national cloud
 * @param tenantId the Microsoft organisation
 * @param clientId the application
 * @param servicePrincipalId the enterprise application; null if it is not known
 * @param credential what it logs in with; null while there is nothing to log in with
 * @param change the number of its last change
 * @param status {@code working}, {@code attention} or {@code ended}
 * @param protocols which protocols it may use
 * @param updatedAt when it changed last
 * @param mailboxes its mailboxes
 */
public record ShownConnection(UUID connectionId, @Nullable String customerReference, String organisationName,
		String cloud, UUID tenantId, @Nullable UUID clientId, @Nullable UUID servicePrincipalId,
		@Nullable Offered credential, long change, String status, Protocols protocols, Instant updatedAt,
		List<Box> mailboxes) {

	ShownConnection with(List<Box> found) {
		return new ShownConnection(this.connectionId, this.customerReference, this.organisationName, this.cloud,
				this.tenantId, this.clientId, this.servicePrincipalId, this.credential, this.change, this.status,
				this.protocols, this.updatedAt, List.copyOf(found));
	}

	/**
	 * The credential that Highstage is offered.
	 *
	 * @param type {@code secret} or {@code certificate}
	 * @param sealed the sealed value
	 * @param recipientKeyId which key opens it
	 * @param keyId its id at Microsoft; null if it was pasted without
	 * @param expiresAt when it ends
	 * @param sequence its number, higher than those before
	 */
	public record Offered(String type, String sealed, String recipientKeyId, @Nullable UUID keyId, Instant expiresAt,
			long sequence) {

	}

	/**
	 * Which protocols a connection may use.
	 *
	 * @param imap whether IMAP
	 * @param pop whether POP
	 * @param smtp whether SMTP
	 */
	public record Protocols(boolean imap, boolean pop, boolean smtp) {

	}

	/**
	 * A row of {@code highstage_mailbox_v1}.
	 *
	 * @param address the mailbox
	 * @param imapVerifiedAt when the portal logged in by IMAP last; null if never
	 * @param popVerifiedAt the same by POP
	 * @param smtpVerifiedAt the same by SMTP
	 */
	public record Box(String address, @Nullable Instant imapVerifiedAt, @Nullable Instant popVerifiedAt,
			@Nullable Instant smtpVerifiedAt) {

	}

}
