package com.highstage.portal.simulator.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client sends to log in with a token:
 * {@code base64("user=" user ^A "auth=Bearer " token ^A ^A)}.
 *
 * @param user the mailbox
 * @param token the access token
 */
record Xoauth2(String user, String token) {

	private static final Pattern FORM = Pattern
		.compile("user=(?<user>[^\\x00-\\x1f]+)\\x01auth=Bearer (?<token>[^\\x00-\\x20]+)\\x01\\x01");

	static Optional<Xoauth2> parse(String base64) {
		try {
			String decoded = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
			Matcher matcher = FORM.matcher(decoded);
			return matcher.matches() ? Optional.of(new Xoauth2(matcher.group("user"), matcher.group("token")))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
