package com.highstage.portal.credential;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.vault.RecipientKeyId;

/**
 * One credential of a connection, without its value.
 *
 * @param connection whose credential
 * @param sequence 1 for the first, rising by one
 * @param type secret or certificate
 * @param keyId its id at Microsoft; null if it was pasted without
 * @param description its display name at Microsoft
 * @param createdAt when it was stored
 * @param expiresAt when it ends
 * @param state where it stands
 * @param handover how far Highstage has come with it
 */
public record CredentialVersion(ConnectionId connection, long sequence, CredentialType type, @Nullable UUID keyId,
		String description, Instant createdAt, Instant expiresAt, State state, Handover handover) {

	private static final String OUR_MARK = "(hs-";

	/**
	 * Whether the portal made it, so that the portal may remove it.
	 * @return false if a person made it by hand and pasted it
	 */
	public boolean isOurs() {
		return this.keyId != null && this.description.contains(OUR_MARK);
	}

	/**
	 * Whether it still opens something, as far as is known.
	 * @param now the time
	 * @return false once it was removed or has ended
	 */
	public boolean isLive(Instant now) {
		return this.state != State.REMOVED && this.expiresAt.isAfter(now);
	}

	/**
	 * How far Highstage has come with a credential.
	 *
	 * @param recipient the key that it is sealed for
	 * @param offeredAt when it was shown to Highstage first, because a check had passed
	 * with it; null before
	 * @param acknowledgedAt when Highstage said that it uses this one; null before
	 */
	public record Handover(RecipientKeyId recipient, @Nullable Instant offeredAt, @Nullable Instant acknowledgedAt) {

	}

	/**
	 * Where a credential stands.
	 */
	public enum State {

		/** The newest; Highstage is offered it once a check has passed with it. */
		CURRENT,

		/** A newer one exists; to be removed at Microsoft. */
		SUPERSEDED,

		/** No longer exists at Microsoft. */
		REMOVED

	}

}
