package com.highstage.portal.vault.key;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.highstage.portal.vault.Secret;

/**
 * Where the portal's keys are. A location is a file (JWK, JWK set or PEM; private ones
 * readable by their owner only) or {@code keystore:} and an alias.
 *
 * @param key locations of the AES-256 keys for what the portal keeps for itself; the
 * first encrypts, all of them decrypt
 * @param hmacKey locations of the keys that chain the audit entries; the first is used
 * for new entries
 * @param signingKey locations of EC P-256 keys for what is handed over; the first, a
 * private one, signs, the others stay published
 * @param recipientKey locations of Highstage's RSA public keys (3072 bits or more), the
 * newest first; what is handed over is sealed for the first one that is proven
 * @param keystore a PKCS#12 keystore for locations that begin with {@code keystore:}
 * @param generate whether keys without a location may be generated in the directory; for
 * trying out and for a portal on one machine
 * @param directory where generated keys are kept
 * @param issuer the {@code iss} of what is sealed, usually the portal's address
 * @param proofLasts how long it counts that Highstage has opened what was sealed for a
 * recipient key; after half of that the next proof is asked for
 */
@ConfigurationProperties("portal.vault")
public record VaultProperties(@DefaultValue List<String> key, @DefaultValue List<String> hmacKey,
		@DefaultValue List<String> signingKey, @DefaultValue List<String> recipientKey, @Nullable Keystore keystore,
		@DefaultValue("false") boolean generate, @DefaultValue("data/keys") Path directory,
		@DefaultValue("http://localhost:8080") String issuer, @DefaultValue("7d") Duration proofLasts) {

	List<String> locations(KeyRole role) {
		return switch (role) {
			case KEY -> this.key;
			case HMAC_KEY -> this.hmacKey;
			case SIGNING_KEY -> this.signingKey;
			case RECIPIENT_KEY -> this.recipientKey;
		};
	}

	/**
	 * A PKCS#12 keystore.
	 *
	 * @param file the keystore's file, readable by its owner only
	 * @param password the password of the keystore and of the keys in it
	 */
	public record Keystore(Path file, Secret password) {

	}

}
