package com.highstage.portal.vault.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys from where the settings say they are. Causes are dropped on purpose: a
 * parser's message may quote what it parsed.
 */
final class KeyReader {

	private static final String KEYSTORE_PREFIX = "keystore:";

	private final VaultProperties.@Nullable Keystore keystore;

	KeyReader(VaultProperties.@Nullable Keystore keystore) {
		this.keystore = keystore;
	}

	List<JWK> read(KeyRole role, String location) {
		if (location.startsWith(KEYSTORE_PREFIX)) {
			return List.of(fromKeystore(role, location.substring(KEYSTORE_PREFIX.length())));
		}
		return fromFile(role, Path.of(location), !role.isPublic());
	}

	JWK readPrivate(KeyRole role, Path file) {
		return fromFile(role, file, true).getFirst();
	}

	private List<JWK> fromFile(KeyRole role, Path file, boolean secret) {
		String text = new String(KeyFiles.read(role, file, secret), StandardCharsets.UTF_8).strip();
		try {
			return parse(text);
		}
		catch (JOSEException | ParseException | IOException | RuntimeException ex) {
			throw KeyProblemException.unusable(role, file.toString(), "holds no key in a known format",
					"Use a JWK, a JWK set or unencrypted PEM.");
		}
	}

	private static List<JWK> parse(String text) throws JOSEException, ParseException, IOException {
		if (text.startsWith("{")) {
			Map<String, Object> json = JSONObjectUtils.parse(text);
			return json.containsKey("keys") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
		}
		return List.of(PemKeys.parse(text));
	}

	private JWK fromKeystore(KeyRole role, String alias) {
		if (this.keystore == null) {
			throw KeyProblemException.unusable(role, KEYSTORE_PREFIX + alias,
					"names a key in a keystore that is not set",
					"Set portal.vault.keystore.file and portal.vault.keystore.password.");
		}
		Path file = this.keystore.file();
		byte[] content = KeyFiles.read(role, file, true);
		JWK key = this.keystore.password().expose((password) -> load(role, content, alias, password.toCharArray()));
		if (key == null) {
			throw KeyProblemException.unusable(role, file.toString(), "has no key \"" + alias + "\"",
					"Check the alias.");
		}
		return key;
	}

	private @Nullable JWK load(KeyRole role, byte[] content, String alias, char[] password) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(new ByteArrayInputStream(content), password);
			return JWK.load(store, alias, password);
		}
		catch (GeneralSecurityException | IOException | JOSEException ex) {
			throw KeyProblemException.unusable(role, KEYSTORE_PREFIX + alias, "does not open",
					"Check that the keystore is PKCS#12 and that its password is right for the keystore and the key.");
		}
	}

}
