package com.highstage.portal.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The table that says who may open what: {@code src/test/resources/access/rules.txt}.
 */
final class AccessRules {

	private static final Path FILE = Path.of("src/test/resources/access/rules.txt");

	private AccessRules() {
	}

	static List<Rule> read() {
		try {
			return Files.readAllLines(FILE)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(AccessRules::rule)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Rule rule(String line) {
		String[] cells = line.split("\\|");
		List<Access> expected = Arrays.stream(cells[1].strip().split("\\s+")).map(Access::of).toList();
		if (expected.size() != Identity.values().length) {
			throw new IllegalArgumentException(line);
		}
		return new Rule(new Route(cells[0].strip()), new ArrayList<>(expected),
				(cells.length > 2) ? cells[2].strip() : "");
	}

	/**
	 * One line.
	 *
	 * @param route what is opened
	 * @param expected what is expected for each identity, in their order
	 * @param fields what a form sends, encoded
	 */
	record Rule(Route route, List<Access> expected, String fields) {

		Access of(Identity identity) {
			return this.expected.get(identity.ordinal());
		}

	}

	/**
	 * An address with its method and what else a handler wants of a request.
	 *
	 * @param text for example <code>GET /link/{token}</code> or
	 * {@code GET /onboarding/consent [returned]}
	 */
	record Route(String text) {

		String method() {
			return this.text.substring(0, this.text.indexOf(' '));
		}

		String pattern() {
			return this.text.split(" ")[1];
		}

		String condition() {
			String[] parts = this.text.split(" ", 3);
			return (parts.length > 2) ? parts[2] : "";
		}

		boolean isRead() {
			return method().equals("GET");
		}

	}

	/**
	 * What becomes of a request.
	 */
	enum Access {

		/**
		 * Answered: a page, a redirect within the portal or to Microsoft, a form again.
		 */
		OPEN,
		/** Sent to sign in. */
		SIGN_IN,
		/** For applications with a bearer token, whoever is signed in. */
		TOKEN,
		/** There is nothing here. */
		NOTHING,
		/** Answered with "your role is too small", and nothing done. */
		REFUSED;

		static Access of(String cell) {
			return switch (cell) {
				case "open" -> OPEN;
				case "sign-in" -> SIGN_IN;
				case "401" -> TOKEN;
				case "404" -> NOTHING;
				case "refused" -> REFUSED;
				default -> throw new IllegalArgumentException(cell);
			};
		}

		String cell() {
			return switch (this) {
				case OPEN -> "open";
				case SIGN_IN -> "sign-in";
				case TOKEN -> "401";
				case NOTHING -> "404";
				case REFUSED -> "refused";
			};
		}

	}

	/**
	 * Who opens it; the customers are Fabrikam's but for the other administrator.
	 */
	enum Identity {

		/** Nobody. */
		STRANGER(""),
		/** Came by a colleague's link and has not signed in. */
		LINK_HOLDER(""),
		/** Global Administrator. */
		ADMINISTRATOR("global-admin@fabrikam.example"),
		/** Exchange Administrator. */
		COLLEAGUE("exchange-admin@fabrikam.example"),
		/** No role at all. */
		USER("user@fabrikam.example"),
		/** Global Administrator of Contoso, who calls themselves Operator there. */
		OTHER("admin@contoso.example"),
		/** Viewer of the vendor. */
		VIEWER("viewer@highstage.example"),
		/** Operator of the vendor. */
		OPERATOR("operator@highstage.example");

		private final String account;

		Identity(String account) {
			this.account = account;
		}

		String account() {
			return this.account;
		}

	}

}
