package com.highstage.portal.vault;

import java.util.Optional;

/**
 * Seals an application's credential for Highstage, the only holder of the private key:
 * nested JWT, signed with ES256, then encrypted with RSA-OAEP-256 and A256GCM. The format
 * is described in {@code src/docs/sealed-credential.md}.
 */
public interface CredentialSealing {

	/**
	 * Whether Highstage has shown that it can open what is sealed for the current
	 * recipient key; asked before a secret is made. A key pair that the portal generated
	 * itself and still holds counts as proven.
	 * @return the key's id if it is proven
	 */
	Optional<RecipientKeyId> provenRecipient();

	/**
	 * Signs and encrypts.
	 * @param credential the credential
	 * @param claims what it is for
	 * @return the sealed value, in compact serialization, and for whom it is sealed
	 * @throws IllegalStateException if there is no proven recipient key
	 */
	SealedCredential seal(Credential credential, CredentialClaims claims);

}
