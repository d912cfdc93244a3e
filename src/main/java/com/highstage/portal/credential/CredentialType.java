package com.highstage.portal.credential;

/**
 * What sort of credential it is, as {@code highstage_connection_v1.credential_type} shows
 * it in lower case.
 */
public enum CredentialType {

	/** A client secret. */
	SECRET,

	/** A certificate with its private key. */
	CERTIFICATE

}
