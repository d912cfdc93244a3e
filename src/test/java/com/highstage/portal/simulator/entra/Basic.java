package com.highstage.portal.simulator.entra;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A client's id and secret from an {@code Authorization: Basic} header (RFC 6749 2.3.1).
 *
 * @param clientId the id
 * @param secret the secret
 */
record Basic(String clientId, String secret) {

	static Basic parse(String header) {
		if (!header.startsWith("Basic ")) {
			throw Aadsts.of(9002313);
		}
		try {
			String pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
			int colon = pair.indexOf(':');
			return new Basic(decode(pair.substring(0, Math.max(colon, 0))), decode(pair.substring(colon + 1)));
		}
		catch (IllegalArgumentException ex) {
			throw Aadsts.of(9002313);
		}
	}

	private static String decode(String part) {
		return URLDecoder.decode(part, StandardCharsets.UTF_8);
	}

}
