package com.highstage.portal.vault;

import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that must not be seen: it cannot print itself, and there is one way out.
 */
public final class Secret {

	// transient, because some JSON libraries write private fields unless told not to
	private final transient String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wraps a value.
	 * @param value the value to keep
	 * @return the secret
	 */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/**
	 * The one way out: hands the value to a function that needs it.
	 * @param <T> what the function makes of it
	 * @param use what is done with the value
	 * @return what the function returned
	 */
	public <T> T expose(Function<String, T> use) {
		return use.apply(this.value);
	}

	/**
	 * Without the blanks that came along at its ends when it was copied.
	 * @return the secret proper
	 */
	public Secret stripped() {
		return new Secret(this.value.strip());
	}

	/**
	 * Whether there is nothing in it.
	 * @return true if the value has no characters
	 */
	public boolean isEmpty() {
		return this.value.isEmpty();
	}

	/**
	 * Whether the value looks like something, without letting it out.
	 * @param pattern what the whole value must match
	 * @return true if it does
	 */
	public boolean matches(Pattern pattern) {
		return pattern.matcher(this.value).matches();
	}

	@JsonValue
	private String refuseJson() {
		throw new UnsupportedOperationException("a secret is not written as JSON");
	}

	@Override
	public String toString() {
		return "Secret[redacted]";
	}

}
