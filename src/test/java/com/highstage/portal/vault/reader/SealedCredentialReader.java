package com.highstage.portal.vault.reader;

import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

/**
 * How Highstage, or whoever has its private key, opens a sealed credential. The order of
 * the checks is that of {@code src/docs/sealed-credential.md}.
 */
public final class SealedCredentialReader {

	private static final int TAG_BYTES = 16;

	private final List<RSAKey> recipients;

	private final List<ECKey> signers;

	private final String issuer;

	/**
	 * Makes a reader.
	 * @param recipients the reader's own key pairs, the present one and former ones
	 * @param signers the public keys with which the portal signs or signed
	 * @param issuer the portal's {@code iss}
	 */
	public SealedCredentialReader(List<RSAKey> recipients, List<ECKey> signers, String issuer) {
		this.recipients = recipients;
		this.signers = signers;
		this.issuer = issuer;
	}

	/**
	 * Opens a sealed credential.
	 * @param compact the value
	 * @param row where it was found
	 * @return the credential
	 * @throws RefusedException with the first reason not to trust it
	 */
	public Opened open(String compact, Row row) throws RefusedException {
		JWTClaimsSet claims = verify(decrypt(compact));
		try {
			check(this.issuer.equals(claims.getIssuer()), Reason.ISSUER);
			check(claims.getAudience().equals(List.of("highstage")), Reason.AUDIENCE);
			check(row.connection().equals(claims.getSubject()) && row.tenant().equals(claims.getStringClaim("tid"))
					&& row.client().equals(claims.getStringClaim("client_id")), Reason.ROW);
			long sequence = claims.getLongClaim("seq");
			check(sequence >= row.seen(), Reason.SEQUENCE);
			return new Opened(sequence, claims.getLongClaim("secret_exp"), claims.getStringClaim("key_id"),
					credential(claims));
		}
		catch (ParseException ex) {
			throw new RefusedException(Reason.FORMAT);
		}
	}

	private SignedJWT decrypt(String compact) throws RefusedException {
		try {
			JWEObject jwe = JWEObject.parse(compact);
			JWEHeader header = jwe.getHeader();
			check(JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
					&& EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
					&& header.getCompressionAlgorithm() == null, Reason.ALGORITHM);
			RSAKey key = this.recipients.stream()
				.filter((candidate) -> Objects.equals(candidate.getKeyID(), header.getKeyID()))
				.findFirst()
				.orElseThrow(() -> new RefusedException(Reason.RECIPIENT));
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

	private JWTClaimsSet verify(SignedJWT jwt) throws RefusedException {
		try {
			check(JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()), Reason.SIGNATURE);
			ECKey signer = this.signers.stream()
				.filter((candidate) -> Objects.equals(candidate.getKeyID(), jwt.getHeader().getKeyID()))
				.findFirst()
				.orElseThrow(() -> new RefusedException(Reason.SIGNATURE));
			check(jwt.verify(new ECDSAVerifier(signer)), Reason.SIGNATURE);
			return jwt.getJWTClaimsSet();
		}
		catch (JOSEException ex) {
			throw new RefusedException(Reason.SIGNATURE);
		}
		catch (ParseException ex) {
			throw new RefusedException(Reason.FORMAT);
		}
	}

	private static Credential credential(JWTClaimsSet claims) throws ParseException, RefusedException {
		String secret = claims.getStringClaim("client_secret");
		if (secret != null) {
			return new ClientSecret(Secret.of(secret));
		}
		String privateKey = claims.getStringClaim("private_key");
		X509Certificate certificate = X509CertUtils.parse(claims.getStringClaim("certificate"));
		if (privateKey == null || certificate == null) {
			throw new RefusedException(Reason.FORMAT);
		}
		return new ClientCertificate(Secret.of(privateKey), certificate);
	}

	private static void check(boolean condition, Reason reason) throws RefusedException {
		if (!condition) {
			throw new RefusedException(reason);
		}
	}

	/**
	 * Where a sealed credential was found.
	 *
	 * @param connection the row's {@code connection_id}
	 * @param tenant the row's {@code tenant_id}
	 * @param client the row's {@code client_id}
	 * @param seen the highest sequence that the reader has seen for this connection
	 */
	public record Row(String connection, String tenant, String client, long seen) {

	}

	/**
	 * What was in it.
	 *
	 * @param sequence to be remembered as seen
	 * @param expires when the credential ends, in seconds since 1970
	 * @param keyId Microsoft's id of it, if known
	 * @param credential the credential
	 */
	public record Opened(long sequence, long expires, @Nullable String keyId, Credential credential) {

	}

	/**
	 * Why a reader does not trust it.
	 */
	public enum Reason {

		/** It is not in the described form. */
		FORMAT,

		/** Other algorithms, or compression. */
		ALGORITHM,

		/** Sealed for a key that the reader does not have. */
		RECIPIENT,

		/** The authentication tag is shorter than 128 bits. */
		TAG,

		/** It does not open. */
		DECRYPTION,

		/** Not signed, or not by the portal. */
		SIGNATURE,

		/** From another portal. */
		ISSUER,

		/** For somebody else. */
		AUDIENCE,

		/** It belongs into another row. */
		ROW,

		/** A newer one has been seen. */
		SEQUENCE

	}

	/**
	 * It is not trusted.
	 */
	public static final class RefusedException extends Exception {

		private static final long serialVersionUID = 1L;

		private final Reason reason;

		RefusedException(Reason reason) {
			super(reason.name());
			this.reason = reason;
		}

		/**
		 * Why not.
		 * @return the first reason
		 */
		public Reason reason() {
			return this.reason;
		}

	}

}
