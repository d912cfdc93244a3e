package com.highstage.portal.vault.cipher;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;

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
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultProperties;

/**
 * The envelope of everything that is sealed for Highstage: a nested JWT (RFC 7519, 11.2),
 * signed, then encrypted.
 */
@Component
public class NestedJwt {

	private static final String AUDIENCE = "highstage";

	private final VaultKeys keys;

	private final Clock clock;

	private final String issuer;

	NestedJwt(VaultKeys keys, Clock clock, VaultProperties properties) {
		this.keys = keys;
		this.clock = clock;
		this.issuer = properties.issuer();
	}

	/**
	 * Begins the claims with those that every sealed value has.
	 * @param subject what it belongs to
	 * @return claims to add to
	 */
	public JWTClaimsSet.Builder claims(String subject) {
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(AUDIENCE)
			.subject(subject)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(this.clock.instant()));
	}

	/**
	 * Signs and encrypts.
	 * @param claims the content
	 * @param recipient who can open it
	 * @return compact serialization
	 */
	public String seal(JWTClaimsSet claims, RSAKey recipient) {
		try {
			return encrypt(sign(claims), recipient);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("sealing failed with keys that were checked at start-up");
		}
	}

	private SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.keys.signer().getKeyID()).build();
		SignedJWT jwt = new SignedJWT(header, claims);
		jwt.sign(new ECDSASigner(this.keys.signer()));
		return jwt;
	}

	private static String encrypt(SignedJWT jwt, RSAKey recipient) throws JOSEException {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
			.keyID(recipient.getKeyID())
			.contentType("JWT")
			.build();
		JWEObject jwe = new JWEObject(header, new Payload(jwt));
		jwe.encrypt(new RSAEncrypter(recipient));
		return jwe.serialize();
	}

}
