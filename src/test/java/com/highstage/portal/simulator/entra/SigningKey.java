package com.highstage.portal.simulator.entra;

import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import com.highstage.portal.simulator.http.Certificate;

/**
 * The key that Entra signs tokens with, made at start.
 */
public final class SigningKey {

	private final RSAKey key;

	private SigningKey(RSAKey key) {
		this.key = key;
	}

	public static SigningKey generate() {
		Certificate certificate = Certificate.selfSigned("accounts.accesscontrol.windows.net");
		try {
			return new SigningKey(new RSAKey.Builder(RSAKey.parse(certificate.certificate()))
				.privateKey(certificate.pair().getPrivate())
				.keyIDFromThumbprint()
				.x509CertChain(List.of(Base64.encode(certificate.certificate().getEncoded())))
				.build());
		}
		catch (CertificateEncodingException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Map<String, Object> published() {
		return this.key.toPublicJWK().toJSONObject();
	}

	/**
	 * Signs a token, whatever it says.
	 * @param claims what it says
	 * @return the token
	 */
	public String sign(JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
				.keyID(this.key.getKeyID())
				.build(), claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a token carries this key's signature.
	 * @param token the token
	 * @return true if it does
	 */
	public boolean signed(SignedJWT token) {
		try {
			return token.verify(new RSASSAVerifier(this.key));
		}
		catch (JOSEException ex) {
			return false;
		}
	}

}
