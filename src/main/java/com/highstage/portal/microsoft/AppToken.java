package com.highstage.portal.microsoft;

import java.time.Instant;
import java.util.Set;

import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * An app-only token and what it says; decoded to explain, never to authorise.
 *
 * @param value the token itself
 * @param roles the granted app roles by name
 * @param servicePrincipal the {@code oid}: exactly the Object ID that Exchange must know
 * @param audience the {@code aud}
 * @param tenant the {@code tid}
 * @param expiresAt when it ends
 */
public record AppToken(Secret value, Set<String> roles, ObjectId servicePrincipal, String audience, TenantId tenant,
		Instant expiresAt) {

	public AppToken {
		roles = Set.copyOf(roles);
	}

}
