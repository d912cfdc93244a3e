package com.highstage.portal.vault;

import java.security.cert.X509Certificate;

/**
 * What an application proves its identity with.
 */
public sealed interface Credential {

	/**
	 * A client secret.
	 *
	 * @param value the secret
	 */
	record ClientSecret(Secret value) implements Credential {

	}

	/**
	 * A certificate with its private key.
	 *
	 * @param privateKey PKCS#8, PEM
	 * @param certificate the public part, as uploaded
	 */
	record ClientCertificate(Secret privateKey, X509Certificate certificate) implements Credential {

	}

}
