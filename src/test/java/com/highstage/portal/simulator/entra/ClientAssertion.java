package com.highstage.portal.simulator.entra;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.World;

/**
 * Checks {@code private_key_jwt}: an assertion signed with a certificate of the client.
 *
 * @param world Microsoft's side
 */
record ClientAssertion(World world) {

	private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256");

	void check(Client client, String assertion) {
		try {
			SignedJWT token = SignedJWT.parse(assertion);
			X509Certificate certificate = certificate(client, token);
			if (!token.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()))) {
				throw Aadsts.of(700027, "The key was not found or the signature is wrong.");
			}
			if (certificate.getNotAfter().toInstant().isBefore(this.world.now())) {
				throw Aadsts.of(700027, "The key used is expired.");
			}
			checkClaims(client, token.getJWTClaimsSet());
		}
		catch (ParseException | JOSEException | GeneralSecurityException ex) {
			throw Aadsts.of(50027, "JWT token is invalid or malformed");
		}
	}

	private static X509Certificate certificate(Client client, SignedJWT token) throws GeneralSecurityException {
		if (!ALGORITHMS.contains(token.getHeader().getAlgorithm().getName())) {
			throw Aadsts.of(50027, "unsupported algorithm");
		}
		String sha1 = thumbprint(token, "x5t");
		String sha256 = thumbprint(token, "x5t#S256");
		for (JsonNode credential : client.registration().properties().path("keyCredentials")) {
			byte[] der = Base64.getDecoder().decode(credential.path("key").asString());
			if (thumbprint("SHA-1", der).equals(sha1) || thumbprint("SHA-256", der).equals(sha256)) {
				return X509CertUtils.parse(der);
			}
		}
		throw Aadsts.of(700027, "The key was not found., Thumbprint of key used by client: '" + sha256 + "'");
	}

	private static String thumbprint(SignedJWT token, String name) {
		// Entra takes Base64 as well as Base64url here, and msal4j sends the former.
		String sent = String.valueOf(token.getHeader().toJSONObject().get(name));
		return sent.replace('+', '-').replace('/', '_').replace("=", "");
	}

	private static String thumbprint(String algorithm, byte[] der) throws GeneralSecurityException {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance(algorithm).digest(der));
	}

	private void checkClaims(Client client, JWTClaimsSet claims) {
		if (!client.id().equals(claims.getIssuer()) || !client.id().equals(claims.getSubject())) {
			throw Aadsts.of(700021);
		}
		List<String> audience = claims.getAudience();
		if (audience.size() != 1
				|| !audience.getFirst().matches("https?://[^ ]+/(oauth2/v2\\.0/token|v2\\.0/?|oauth2/token)")) {
			throw Aadsts.of(700023);
		}
		Date end = claims.getExpirationTime();
		Instant now = this.world.now();
		boolean early = claims.getNotBeforeTime() != null
				&& claims.getNotBeforeTime().toInstant().isAfter(now.plusSeconds(300));
		if (end == null || end.toInstant().isBefore(now.minusSeconds(300)) || early) {
			throw Aadsts.of(700024);
		}
	}

}
