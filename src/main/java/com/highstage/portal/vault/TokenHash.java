package com.highstage.portal.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a {@link LinkToken}, as stored.
 *
 * @param value 64 hexadecimal digits
 */
public record TokenHash(String value) {

	/**
	 * Hashes what somebody presented.
	 * @param presented the value from a link, cookie or parameter
	 * @return its hash, to look up
	 */
	public static TokenHash of(String presented) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return new TokenHash(HexFormat.of().formatHex(sha256.digest(presented.getBytes(StandardCharsets.UTF_8))));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
