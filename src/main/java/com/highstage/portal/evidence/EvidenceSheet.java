package com.highstage.portal.evidence;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * What was made in an organisation, for its security team.
 *
 * @param connection the connection and its application
 * @param origin where the application comes from
 * @param at when the sheet was drawn up
 * @param deeds what the portal changed, the oldest first
 * @param permissions the chosen permissions
 * @param credentials the secrets and certificates, never a value
 * @param exchange how Exchange knew the application when it was asked last
 * @param mailboxes the mailboxes; none if they are withheld
 * @param leaving mailboxes off the list that were not seen to be closed
 * @param withheld whether whoever looks may not see which mailboxes there are
 * @param removal the removal of this connection; null if there was none
 */
public record EvidenceSheet(Connection connection, Origin origin, Instant at, List<Deed> deeds,
		List<MailPermission> permissions, List<CredentialVersion> credentials, ExchangeFacts exchange,
		List<MailboxEvidence> mailboxes, List<MailboxAddress> leaving, boolean withheld,
		Removal.@Nullable Standing removal) {

	public EvidenceSheet {
		deeds = List.copyOf(deeds);
		permissions = List.copyOf(permissions);
		credentials = List.copyOf(credentials);
		mailboxes = List.copyOf(mailboxes);
		leaving = List.copyOf(leaving);
	}

	/**
	 * Since when a permission is known to be in the application's tokens.
	 * @param permission the permission
	 * @return the time of the last check that found it; null if none did
	 */
	public @Nullable Instant seen(MailPermission permission) {
		Connection.PassedCheck checked = this.connection.checked();
		return (checked != null && checked.permissions().contains(permission)) ? checked.at() : null;
	}

	/**
	 * Whether something here was only found, not made by the portal.
	 * @return true if so
	 */
	public boolean hasFound() {
		return this.origin != Origin.MADE || this.mailboxes.stream().anyMatch((one) -> one.open() && !one.ours());
	}

	/**
	 * Where an application comes from; message {@code evidence.origin.<name>}.
	 */
	public enum Origin {

		/** The portal created it. */
		MADE,
		/** It was there, and the portal took it up. */
		ADOPTED,
		/** A person made it in the Entra admin center. */
		BY_HAND

	}

}
