package com.highstage.portal.vault;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A bearer value for links, states and cookies: 256 random bits. Only its hash is stored.
 *
 * @param value 43 characters, base64url
 */
public record LinkToken(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * Makes a fresh one.
	 * @return a token nobody has seen
	 */
	public static LinkToken random() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * The form in which it is stored.
	 * @return the SHA-256 of the value
	 */
	public TokenHash hash() {
		return TokenHash.of(this.value);
	}

	@Override
	public String toString() {
		return "LinkToken[redacted]";
	}

}
