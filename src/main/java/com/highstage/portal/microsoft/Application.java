package com.highstage.portal.microsoft;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * An app registration in a customer's organisation, as far as it concerns us.
 *
 * @param id the registration's object id (not the enterprise application's)
 * @param clientId the application (client) id
 * @param uniqueName the name that makes creation idempotent; null if made by hand
 * @param displayName what administrators see
 * @param signInAudience {@code AzureADMyOrg} for a single-tenant application
 * @param redirectUris {@code web.redirectUris}
 * @param declared the permissions declared in {@code requiredResourceAccess}
 * @param passwords the secrets, without their values
 * @param certificates the uploaded certificates
 */
public record Application(ObjectId id, ClientId clientId, @Nullable String uniqueName, String displayName,
		String signInAudience, Set<String> redirectUris, Set<DeclaredPermission> declared,
		List<KeyDescription> passwords, List<KeyDescription> certificates) {

	public Application {
		redirectUris = Set.copyOf(redirectUris);
		declared = Set.copyOf(declared);
		passwords = List.copyOf(passwords);
		certificates = List.copyOf(certificates);
	}

	/**
	 * One entry of {@code requiredResourceAccess[].resourceAccess[]}.
	 *
	 * @param resource the API's application id
	 * @param id the id of the app role or scope
	 * @param type {@code Role} for application, {@code Scope} for delegated permissions
	 */
	public record DeclaredPermission(ClientId resource, UUID id, String type) {

	}

	/**
	 * A secret or certificate without its value.
	 *
	 * @param keyId its id at Microsoft
	 * @param displayName its description; ours end in {@code (hs-<attempt>)}
	 * @param startsAt when it becomes valid, if known
	 * @param expiresAt when it ends, if known
	 */
	public record KeyDescription(UUID keyId, String displayName, @Nullable Instant startsAt,
			@Nullable Instant expiresAt) {

	}

}
