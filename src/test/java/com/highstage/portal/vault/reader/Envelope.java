package com.highstage.portal.vault.reader;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;

/**
 * What credentials and canaries have in common: who made it, and for whom.
 */
final class Envelope {

	private static final int TAG_BYTES = 16;

	private final List<RSAKey> recipients;

	private final List<ECKey> signers;

	private final String issuer;

	Envelope(List<RSAKey> recipients, List<ECKey> signers, String issuer) {
		this.recipients = recipients;
		this.signers = signers;
		this.issuer = issuer;
	}

	Map<String, Object> open(String compact) throws RefusedException {
		Map<String, Object> claims = verify(decrypt(compact));
		check(this.issuer.equals(claims.get("iss")), Reason.ISSUER);
		check("highstage".equals(claims.get("aud")), Reason.AUDIENCE);
		return claims;
	}

	private SignedJWT decrypt(String compact) throws RefusedException {
		try {
			JWEObject jwe = JWEObject.parse(compact);
			JWEHeader header = jwe.getHeader();
			check(JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
					&& EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
					&& header.getCompressionAlgorithm() == null && header.getCriticalParams() == null,
					Reason.ALGORITHM);
			RSAKey key = named(this.recipients, header.getKeyID(), Reason.RECIPIENT);
			check(jwe.getAuthTag().decode().length == TAG_BYTES, Reason.TAG);
			jwe.decrypt(new RSADecrypter(key));
			SignedJWT jwt = "JWT".equals(header.getContentType()) ? jwe.getPayload().toSignedJWT() : null;
			check(jwt != null, Reason.SIGNATURE);
			return Objects.requireNonNull(jwt);
		}
		catch (ParseException ex) {
			throw new RefusedException(Reason.FORMAT);
		}
		catch (JOSEException ex) {
			throw new RefusedException(Reason.DECRYPTION);
		}
	}

	private Map<String, Object> verify(SignedJWT jwt) throws RefusedException {
		JWSHeader header = jwt.getHeader();
		check(JWSAlgorithm.ES256.equals(header.getAlgorithm()) && header.getCriticalParams() == null, Reason.SIGNATURE);
		ECKey signer = named(this.signers, header.getKeyID(), Reason.SIGNATURE);
		try {
			check(jwt.verify(new ECDSAVerifier(signer)), Reason.SIGNATURE);
		}
		catch (JOSEException ex) {
			throw new RefusedException(Reason.SIGNATURE);
		}
		Map<String, Object> claims = jwt.getPayload().toJSONObject();
		check(claims != null, Reason.FORMAT);
		return Objects.requireNonNull(claims);
	}

	private static <T extends JWK> T named(List<T> keys, @Nullable String id, Reason otherwise)
			throws RefusedException {
		return keys.stream()
			.filter((key) -> key.getKeyID().equals(id))
			.findFirst()
			.orElseThrow(() -> new RefusedException(otherwise));
	}

	static void check(boolean condition, Reason reason) throws RefusedException {
		if (!condition) {
			throw new RefusedException(reason);
		}
	}

}
