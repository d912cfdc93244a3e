package com.highstage.portal.vault;

import java.time.Instant;

/**
 * Makes self-signed certificates for applications whose organisation forbids secrets.
 */
public interface CertificateAuthority {

	/**
	 * Makes a key pair and its certificate.
	 * @param commonName the subject's common name
	 * @param from when it becomes valid
	 * @param until when it ends
	 * @return private key and certificate
	 */
	Credential.ClientCertificate selfSigned(String commonName, Instant from, Instant until);

}
