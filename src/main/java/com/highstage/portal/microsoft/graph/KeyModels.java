package com.highstage.portal.microsoft.graph;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.graph.models.KeyCredential;

/**
 * Certificates in the words of Microsoft's library.
 */
final class KeyModels {

	private KeyModels() {
	}

	static KeyCredential write(X509Certificate certificate, UUID keyId, String displayName) {
		KeyCredential key = new KeyCredential();
		key.setType("AsymmetricX509Cert");
		key.setUsage("Verify");
		key.setKeyId(keyId);
		key.setDisplayName(displayName);
		try {
			key.setKey(certificate.getEncoded());
		}
		catch (CertificateEncodingException ex) {
			throw new IllegalArgumentException("no certificate that can be uploaded", ex);
		}
		return key;
	}

	/**
	 * Makes sure that a certificate can be written back as it was read.
	 * @param read a certificate as read
	 * @return the same
	 * @throws NullPointerException if its key was not shown and would be lost
	 */
	static KeyCredential complete(KeyCredential read) {
		Objects.requireNonNull(read.getKey());
		return read;
	}

}
