package com.highstage.portal.microsoft;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * App registrations in the signed-in person's organisation. Each method is one call to
 * Graph (said where it is two), is never repeated below this port, and throws
 * {@link MicrosoftException}.
 */
public interface Applications {

	Optional<Application> findByUniqueName(Delegation delegation, String uniqueName);

	Optional<Application> findByClientId(Delegation delegation, ClientId clientId);

	/**
	 * Creates the application, or adopts the one of that unique name
	 * ({@code PATCH /applications(uniqueName=…)} with {@code Prefer: create-if-missing};
	 * a second call reads it when it existed). Idempotent.
	 * @param delegation whose authority
	 * @param application what it is created with
	 * @return what exists now
	 */
	Application createIfMissing(Delegation delegation, NewApplication application);

	void rename(Delegation delegation, ObjectId application, String displayName);

	/**
	 * Replaces {@code web.redirectUris} as a whole.
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param redirectUris all redirect URIs, the kept ones included
	 */
	void setRedirectUris(Delegation delegation, ObjectId application, Set<String> redirectUris);

	/**
	 * Replaces {@code requiredResourceAccess} as a whole.
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param permissions all permissions, the kept ones included
	 */
	void declare(Delegation delegation, ObjectId application, Set<Application.DeclaredPermission> permissions);

	/**
	 * Deletes the registration, and with it its enterprise application and what was
	 * granted to it; Microsoft keeps it in its bin for 30 days. A missing one counts as
	 * deleted.
	 * @param delegation whose authority
	 * @param application the registration's object id
	 */
	void delete(Delegation delegation, ObjectId application);

	/**
	 * Makes a secret. Not idempotent: after {@link Failure.Kind#UNKNOWN} read first.
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param displayName the display name
	 * @param expiresAt when it ends
	 * @return the secret with its value
	 */
	NewPassword addPassword(Delegation delegation, ObjectId application, String displayName, Instant expiresAt);

	/**
	 * Removes exactly that secret; a missing one counts as removed.
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param keyId its id at Microsoft
	 */
	void removePassword(Delegation delegation, ObjectId application, UUID keyId);

	/**
	 * Adds a certificate and keeps everybody else's: reads {@code keyCredentials} with
	 * their keys, then patches (two calls).
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param certificate the public part
	 * @param keyId its id at Microsoft
	 * @param displayName the display name
	 * @param known what is known of the others; what is read without that is too old to
	 * be written back, and nothing is done
	 */
	void addCertificate(Delegation delegation, ObjectId application, X509Certificate certificate, UUID keyId,
			String displayName, KnownCertificates known);

	/**
	 * Removes exactly that certificate and keeps everybody else's (two calls).
	 * @param delegation whose authority
	 * @param application the registration's object id
	 * @param keyId its id at Microsoft
	 * @param known what is known of them all, likewise
	 */
	void removeCertificate(Delegation delegation, ObjectId application, UUID keyId, KnownCertificates known);

}
