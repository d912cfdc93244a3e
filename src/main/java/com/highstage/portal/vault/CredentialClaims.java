package com.highstage.portal.vault;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * What a sealed credential is for; a reader compares it with the row it stands in.
 *
 * @param connection the {@code sub}
 * @param tenant the {@code tid}
 * @param client the {@code client_id}
 * @param keyId Microsoft's id of the secret or certificate ({@code key_id}); unknown for
 * a secret made by hand
 * @param sequence the {@code seq}: rises by one with each credential of a connection
 * @param expiresAt the {@code secret_exp}
 */
public record CredentialClaims(ConnectionId connection, TenantId tenant, ClientId client, @Nullable UUID keyId,
		long sequence, Instant expiresAt) {

}
