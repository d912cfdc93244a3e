package com.highstage.portal.vault.reader;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.TokenHash;

/**
 * How Highstage, or whoever has its private key, opens a sealed credential and answers a
 * canary. The order of the checks is that of {@code src/docs/sealed-credential.md}.
 */
public final class SealedCredentialReader {

	private final Envelope envelope;

	/**
	 * Makes a reader.
	 * @param recipients the reader's own key pairs, the present one and former ones
	 * @param signers the public keys with which the portal signs or signed
	 * @param issuer the portal's {@code iss}
	 */
	public SealedCredentialReader(List<RSAKey> recipients, List<ECKey> signers, String issuer) {
		this.envelope = new Envelope(recipients, signers, issuer);
	}

	/**
	 * Which of the published signing keys are to be believed: a key's name is computed,
	 * not read, because whoever can write to the database can publish any key under any
	 * name.
	 * @param published the keys in {@code highstage_signing_key_v1}
	 * @param trusted thumbprints that the portal's operator gave out
	 * @return the keys of these thumbprints
	 */
	public static List<ECKey> trusted(List<ECKey> published, List<String> trusted) {
		return published.stream().filter((key) -> trusted.contains(thumbprint(key))).toList();
	}

	/**
	 * Opens a sealed credential.
	 * @param compact the value
	 * @param row where it was found
	 * @return the credential
	 * @throws RefusedException with the first reason not to trust it
	 */
	public Opened open(String compact, Row row) throws RefusedException {
		Map<String, Object> claims = this.envelope.open(compact);
		Envelope.check(row.connection().equals(claims.get("sub")) && row.tenant().equals(claims.get("tid"))
				&& row.client().equals(claims.get("client_id")), Reason.ROW);
		long sequence = number(claims, "seq");
		Envelope.check(sequence >= row.seen(), Reason.SEQUENCE);
		return new Opened(sequence, number(claims, "secret_exp"), text(claims, "key_id"), credential(claims));
	}

	/**
	 * Opens a canary.
	 * @param compact the value
	 * @param keyId the {@code key_id} of the row where it was found
	 * @return what to answer
	 * @throws RefusedException with the first reason not to trust it
	 */
	public Canary canary(String compact, String keyId) throws RefusedException {
		Map<String, Object> claims = this.envelope.open(compact);
		Envelope.check(keyId.equals(claims.get("sub")), Reason.ROW);
		String content = text(claims, "canary");
		if (content == null) {
			throw new RefusedException(Reason.FORMAT);
		}
		return new Canary(content, TokenHash.of(content).value());
	}

	private static String thumbprint(ECKey key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Credential credential(Map<String, Object> claims) throws RefusedException {
		String secret = text(claims, "client_secret");
		if (secret != null) {
			return new ClientSecret(Secret.of(secret));
		}
		String privateKey = text(claims, "private_key");
		X509Certificate certificate = X509CertUtils.parse(text(claims, "certificate"));
		Envelope.check(privateKey != null && certificate != null, Reason.FORMAT);
		return new ClientCertificate(Secret.of(Objects.requireNonNull(privateKey)),
				Objects.requireNonNull(certificate));
	}

	private static @Nullable String text(Map<String, Object> claims, String name) {
		return (claims.get(name) instanceof String text && !text.isEmpty()) ? text : null;
	}

	private static long number(Map<String, Object> claims, String name) throws RefusedException {
		if (claims.get(name) instanceof Long number) {
			return number;
		}
		throw new RefusedException(Reason.FORMAT);
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
	 * What was in a canary.
	 *
	 * @param content the random value
	 * @param answer its SHA-256
	 */
	public record Canary(String content, String answer) {

	}

	/**
	 * Why a reader does not trust it.
	 */
	public enum Reason {

		/** It is not in the described form. */
		FORMAT,

		/** Other algorithms, compression, or an extension that must be understood. */
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
