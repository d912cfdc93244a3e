package com.highstage.portal.vault.key;

import java.nio.file.Path;
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
 * @param signingKey location of the EC P-256 private key that signs what is handed over
 * @param recipientKey location of Highstage's RSA public key (3072 bits or more)
 * @param keystore a PKCS#12 keystore for locations that begin with {@code keystore:}
 * @param generate whether keys without a location may be generated in the directory; for
 * trying out and for a portal on one machine
 * @param directory where generated keys are kept
 * @param issuer the {@code iss} of what is sealed, usually the portal's address
 */
@ConfigurationProperties("portal.vault")
public record VaultProperties(@DefaultValue List<String> key, @DefaultValue List<String> hmacKey,
		@Nullable String signingKey, @Nullable String recipientKey, @Nullable Keystore keystore,
		@DefaultValue("false") boolean generate, @DefaultValue("data/keys") Path directory,
		@DefaultValue("http://localhost:8080") String issuer) {

	List<String> locations(KeyRole role) {
		return switch (role) {
			case KEY -> this.key;
			case HMAC_KEY -> this.hmacKey;
			case SIGNING_KEY -> (this.signingKey != null) ? List.of(this.signingKey) : List.of();
			case RECIPIENT_KEY -> (this.recipientKey != null) ? List.of(this.recipientKey) : List.of();
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
