package com.highstage.portal.credential;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * A credential that Microsoft, or a person by hand, has just made.
 *
 * @param connection whose credential
 * @param tenant the organisation
 * @param client the application
 * @param keyId its id at Microsoft, if known
 * @param description its display name at Microsoft
 * @param expiresAt when it ends
 */
public record IssuedCredential(ConnectionId connection, TenantId tenant, ClientId client, @Nullable UUID keyId,
		String description, Instant expiresAt) {

}
