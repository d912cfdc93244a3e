package com.highstage.portal.credential;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;

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
 */
public record CredentialVersion(ConnectionId connection, long sequence, CredentialType type, @Nullable UUID keyId,
		String description, Instant createdAt, Instant expiresAt, State state) {

	/**
	 * Where a credential stands.
	 */
	public enum State {

		/** The newest: what Highstage should use. */
		CURRENT,

		/** A newer one exists; to be removed at Microsoft. */
		SUPERSEDED,

		/** No longer exists at Microsoft. */
		REMOVED

	}

}
