package com.highstage.portal.vault.reader;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.cipher.TestVault;

/**
 * Makes values that the portal does not make, or no longer.
 */
final class Forger {

	private Forger() {
	}

	static JWTClaimsSet.Builder claims(String subject, Instant at) {
		return new JWTClaimsSet.Builder().issuer(TestVault.ISSUER)
			.audience("highstage")
			.subject(subject)
			.jwtID("1c2f6a0e-9a0b-4a53-8f4e-2f6b7f0c3d11")
			.issueTime(Date.from(at));
	}

	/**
	 * As the portal does it.
	 */
	static String seal(JWTClaimsSet.Builder claims) throws JOSEException {
		return encrypt(sign(claims, TestKeys.signing()), header(), TestKeys.recipient());
	}

	static String sign(JWTClaimsSet.Builder claims, ECKey key) throws JOSEException {
		return sign(claims, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()), key);
	}

	static String sign(JWTClaimsSet.Builder claims, JWSHeader.Builder header, ECKey key) throws JOSEException {
		SignedJWT jwt = new SignedJWT(header.build(), claims.build());
		jwt.sign(new ECDSASigner(key.toECPrivateKey()));
		return jwt.serialize();
	}

	static JWEHeader.Builder header() {
		return header(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM);
	}

	static JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod encryption) {
		return new JWEHeader.Builder(algorithm, encryption).contentType("JWT");
	}

	static String encrypt(String content, JWEHeader.Builder header, RSAKey key) throws JOSEException {
		return encrypt(content, header.keyID(key.getKeyID()).build(), key);
	}

	static String encrypt(String content, JWEHeader header, RSAKey key) throws JOSEException {
		JWEObject jwe = new JWEObject(header, new Payload(content));
		jwe.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
		return jwe.serialize();
	}

	/**
	 * Shortens a right tag, as some libraries allow it.
	 */
	static String shortTag(String sealed, int bytes) {
		return changed(sealed, 4, (tag) -> Arrays.copyOf(tag, bytes));
	}

	static String changed(String sealed, int part, UnaryOperator<byte[]> change) {
		String[] parts = sealed.split("\\.");
		parts[part] = Base64URL.encode(change.apply(new Base64URL(parts[part]).decode())).toString();
		return String.join(".", parts);
	}

	static byte[] otherBit(byte[] bytes) {
		bytes[bytes.length - 1] ^= 1;
		return bytes;
	}

}
