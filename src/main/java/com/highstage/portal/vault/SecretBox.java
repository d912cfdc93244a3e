package com.highstage.portal.vault;

/**
 * Keeps secrets at rest under the portal's own key: AES-256-GCM with associated data, so
 * that a value moved to another row does not open.
 */
public interface SecretBox {

	/**
	 * Encrypts.
	 * @param secret the value
	 * @param associatedData says which row and whom the value belongs to
	 * @return printable ciphertext with key id and nonce
	 */
	String protect(Secret secret, String associatedData);

	/**
	 * Decrypts.
	 * @param ciphertext what {@link #protect} returned
	 * @param associatedData the same as then
	 * @return the value
	 * @throws SecretUnreadableException if key, row or content do not fit
	 */
	Secret open(String ciphertext, String associatedData);

	/**
	 * Encrypts a credential as a whole.
	 * @param credential the credential
	 * @param associatedData says which row and whom the credential belongs to
	 * @return printable ciphertext with key id and nonce
	 */
	String protectCredential(Credential credential, String associatedData);

	/**
	 * Decrypts a credential.
	 * @param ciphertext what {@link #protectCredential} returned
	 * @param associatedData the same as then
	 * @return the credential
	 * @throws SecretUnreadableException if key, row or content do not fit
	 */
	Credential openCredential(String ciphertext, String associatedData);

}
