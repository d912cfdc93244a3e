package com.highstage.portal.simulator.entra;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

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
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key that Entra signs tokens with, made at start.
 */
public final class SigningKey {

	private final RSAKey key;

	private SigningKey(RSAKey key) {
		this.key = key;
	}

	public static SigningKey generate() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			X509Certificate certificate = certificate(pair);
			return new SigningKey(new RSAKey.Builder(RSAKey.parse(certificate)).privateKey(pair.getPrivate())
				.keyIDFromThumbprint()
				.x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
				.build());
		}
		catch (GeneralSecurityException | OperatorCreationException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509Certificate certificate(KeyPair pair)
			throws GeneralSecurityException, OperatorCreationException {
		X500Principal name = new X500Principal("CN=accounts.accesscontrol.windows.net");
		Instant now = Instant.now();
		return new JcaX509CertificateConverter()
			.getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(now.toEpochMilli()),
					Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(1800))), name,
					pair.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
	}

	Map<String, Object> published() {
		return this.key.toPublicJWK().toJSONObject();
	}

	String sign(JWTClaimsSet claims) {
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
