package com.highstage.portal.consent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;

/**
 * Why Microsoft's consent page sent somebody back without a consent. Anyone can type it,
 * so of the parameters only a well-formed code and reference survive, and nothing but
 * words is chosen by them.
 *
 * @param code {@code AADSTS} and its number, or OAuth's {@code error}
 * @param reference the correlation id; empty if there was none
 */
public record ConsentRefusal(String code, String reference) {

	private static final Pattern NUMBER = Pattern.compile("AADSTS\\d{4,10}");

	private static final Pattern CODE = Pattern.compile("AADSTS\\d{4,10}|[a-z_]{3,40}");

	private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern CORRELATION = Pattern.compile("Correlation ID: (" + REFERENCE.pattern() + ")");

	/**
	 * Reads the parameters with which Microsoft comes back.
	 * @param error the {@code error} of OAuth; empty if there was none
	 * @param description the {@code error_description}
	 * @return the refusal, or empty if there was no error
	 */
	public static Optional<ConsentRefusal> read(String error, String description) {
		if (error.isEmpty()) {
			return Optional.empty();
		}
		Matcher number = NUMBER.matcher(description);
		Matcher correlation = CORRELATION.matcher(description);
		return Optional.of(parse(number.find() ? number.group() : error, correlation.find() ? correlation.group(1) : "")
			.orElse(new ConsentRefusal("access_denied", "")));
	}

	/**
	 * Reads what {@link #query()} wrote.
	 * @param code the parameter {@code refused}
	 * @param reference the parameter {@code reference}
	 * @return the refusal, or empty if there is none
	 */
	public static Optional<ConsentRefusal> parse(String code, String reference) {
		if (!CODE.matcher(code).matches()) {
			return Optional.empty();
		}
		return Optional.of(new ConsentRefusal(code, REFERENCE.matcher(reference).matches() ? reference : ""));
	}

	/**
	 * The refusal as a local address carries it.
	 * @return the query, with its question mark
	 */
	public String query() {
		return "?refused=" + this.code + "&reference=" + this.reference;
	}

	/**
	 * The words for it.
	 * @return the explanation
	 */
	public Explanation explanation() {
		return Explanations.of(this.code, this.reference);
	}

}
