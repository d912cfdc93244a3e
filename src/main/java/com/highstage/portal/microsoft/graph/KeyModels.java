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
	 * Copies what was read: the library writes only what was changed since, which of an
	 * unchanged certificate is nothing.
	 * @param read a certificate as read, with its key
	 * @return the same, to be written
	 */
	static KeyCredential copy(KeyCredential read) {
		KeyCredential key = new KeyCredential();
		key.setType(read.getType());
		key.setUsage(read.getUsage());
		key.setKeyId(read.getKeyId());
		key.setDisplayName(read.getDisplayName());
		key.setKey(Objects.requireNonNull(read.getKey(), "a certificate without its key would be lost"));
		key.setCustomKeyIdentifier(read.getCustomKeyIdentifier());
		key.setStartDateTime(read.getStartDateTime());
		key.setEndDateTime(read.getEndDateTime());
		return key;
	}

}
