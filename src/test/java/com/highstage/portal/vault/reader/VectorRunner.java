package com.highstage.portal.vault.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;

import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.reader.SealedCredentialReader.Canary;
import com.highstage.portal.vault.reader.SealedCredentialReader.Opened;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.Vectors.Vector;

/**
 * Lets the Java reader open vectors.
 */
final class VectorRunner {

	private final SealedCredentialReader reader;

	VectorRunner(List<RSAKey> recipients, List<ECKey> published, List<String> trusted, String issuer) {
		this.reader = new SealedCredentialReader(recipients, SealedCredentialReader.trusted(published, trusted),
				issuer);
	}

	Map<String, Object> open(Vector vector) throws RefusedException {
		if (vector.key() != null) {
			Canary canary = this.reader.canary(vector.sealed(), vector.key());
			return Map.of("canary", canary.content(), "answer", canary.answer());
		}
		return claims(this.reader.open(vector.sealed(), Objects.requireNonNull(vector.row())));
	}

	private static Map<String, Object> claims(Opened opened) {
		Map<String, Object> claims = new HashMap<>(
				Map.of("seq", (int) opened.sequence(), "secret_exp", (int) opened.expires()));
		if (opened.keyId() != null) {
			claims.put("key_id", opened.keyId());
		}
		switch (opened.credential()) {
			case ClientSecret secret -> claims.put("client_secret", secret.value().<String>expose((value) -> value));
			case ClientCertificate certificate -> {
				claims.put("private_key", certificate.privateKey().<String>expose((pem) -> pem));
				claims.put("certificate", X509CertUtils.toPEMString(certificate.certificate()));
			}
		}
		return claims;
	}

}
