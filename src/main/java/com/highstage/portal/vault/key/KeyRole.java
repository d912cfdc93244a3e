package com.highstage.portal.vault.key;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a key is for; each has a property, and a file of the same name when it is
 * generated.
 */
enum KeyRole {

	/** Encrypts what the portal keeps for itself. */
	KEY("key"),

	/** Chains the audit entries. */
	HMAC_KEY("hmac-key"),

	/** Signs what the portal hands over. */
	SIGNING_KEY("signing-key"),

	/** Highstage's public key, for which the portal seals. */
	RECIPIENT_KEY("recipient-key");

	private final String label;

	KeyRole(String label) {
		this.label = label;
	}

	static Stream<KeyRole> all() {
		return Arrays.stream(values());
	}

	String property() {
		return "portal.vault." + this.label;
	}

	String fileName() {
		return this.label + ".jwk";
	}

	boolean isPublic() {
		return this == RECIPIENT_KEY;
	}

}
