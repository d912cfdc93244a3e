package com.highstage.portal.vault.cipher;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;

import org.bouncycastle.util.io.pem.PemObject;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.CertificateAuthority;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Secret;

/**
 * RSA 3072 with SHA-256. The certificate says that it signs and is no authority.
 */
@Component
class SelfSignedCertificates implements CertificateAuthority {

	private static final int KEY_BITS = 3072;

	private final SecureRandom random = new SecureRandom();

	@Override
	public ClientCertificate selfSigned(String commonName, Instant from, Instant until) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_BITS, this.random);
			KeyPair pair = generator.generateKeyPair();
			return new ClientCertificate(pem(pair.getPrivate()),
					X509.selfSigned(pair, commonName, this.random, from, until));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform makes RSA keys and signs with SHA-256");
		}
	}

	private static Secret pem(PrivateKey key) {
		return Secret.of(Pem.write(new PemObject("PRIVATE KEY", key.getEncoded())));
	}

}
