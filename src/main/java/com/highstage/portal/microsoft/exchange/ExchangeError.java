package com.highstage.portal.microsoft.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.tenant.PlainName;

/**
 * The body of an answer that is not a success, as Exchange words it. The words of the
 * command come as {@code Id|Exception|words} or as JSON within a string; a request that
 * reached no command has words of its own.
 *
 * @param code the {@code error.code}, or empty
 * @param exception the simple name of the command's exception, or empty
 * @param message the most specific words, cleaned and bounded
 */
record ExchangeError(String code, String exception, String message) {

	private static final Pattern PREFIXED = Pattern.compile("[A-Za-z0-9]{0,20}\\|([A-Za-z0-9_.+`]{1,200})\\|(.*)",
			Pattern.DOTALL);

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Optional<ExchangeError> parse(String body) {
		JsonNode error = json(body).path("error");
		if (!error.isObject()) {
			return Optional.empty();
		}
		JsonNode inner = either(either(error, "innererror", "innerError"), "internalException", "internalexception");
		ExchangeError words = words(
				first(error.path("details").path(0).path("message"), inner.path("message"), error.path("message")));
		String exception = words.exception.isEmpty() ? simpleName(inner.path("type").asString("")) : words.exception;
		return Optional.of(new ExchangeError(code(error.path("code").asString("")), exception, words.message));
	}

	/**
	 * What names the error best, for people who look it up.
	 * @param status the status, if there is nothing better
	 * @return a name, never empty
	 */
	String name(int status) {
		if (!this.exception.isEmpty()) {
			return this.exception;
		}
		return this.code.isEmpty() ? "Http" + status : this.code;
	}

	private static ExchangeError words(String text) {
		Matcher prefixed = PREFIXED.matcher(text);
		if (prefixed.matches()) {
			return new ExchangeError("", simpleName(prefixed.group(1)), clean(prefixed.group(2)));
		}
		JsonNode context = text.startsWith("{") ? json(text) : JSON.nullNode();
		if (context.path("Message").isString()) {
			return new ExchangeError("", simpleName(context.path("TypeName").asString("")),
					clean(context.path("Message").asString()));
		}
		return new ExchangeError("", "", clean(text));
	}

	private static JsonNode json(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			return JSON.nullNode();
		}
	}

	private static JsonNode either(JsonNode node, String one, String other) {
		return node.has(one) ? node.path(one) : node.path(other);
	}

	private static String first(JsonNode... texts) {
		for (JsonNode text : texts) {
			if (!text.asString("").isBlank()) {
				return text.asString();
			}
		}
		return "";
	}

	private static String simpleName(String type) {
		return code(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('+')) + 1));
	}

	private static String code(String text) {
		return CODE.matcher(text).matches() ? text : "";
	}

	private static String clean(String text) {
		return new PlainName(text).value();
	}

}
