package com.highstage.portal.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came over the wire.
 *
 * @param method the method, upper case
 * @param scheme {@code http} or {@code https}
 * @param target path and query as sent
 * @param headers the headers, names in lower case
 * @param body the body, empty if there was none
 */
public record Request(String method, String scheme, String target, Map<String, String> headers, byte[] body) {

	public String path() {
		int question = this.target.indexOf('?');
		return (question < 0) ? this.target : this.target.substring(0, question);
	}

	public String queryString() {
		int question = this.target.indexOf('?');
		return (question < 0) ? "" : this.target.substring(question + 1);
	}

	public Map<String, String> query() {
		return Forms.decode(queryString());
	}

	public Map<String, String> form() {
		return isForm() ? Forms.decode(text()) : Map.of();
	}

	public boolean isForm() {
		return header("content-type").orElse("")
			.toLowerCase(Locale.ROOT)
			.startsWith("application/x-www-form-urlencoded");
	}

	/**
	 * Whether the URL encoding of path, query and form is right.
	 * @return false for a malformed request
	 */
	public boolean decodable() {
		try {
			segments();
			query();
			form();
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	public Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.get(name.toLowerCase(Locale.ROOT)));
	}

	public Optional<String> cookie(String name) {
		return header("cookie").stream()
			.flatMap((all) -> Arrays.stream(all.split(";\\s*")))
			.filter((one) -> one.startsWith(name + "="))
			.map((one) -> one.substring(name.length() + 1))
			.findFirst();
	}

	/**
	 * The decoded path segments.
	 * @return the segments, without empty ones
	 */
	public List<String> segments() {
		return Arrays.stream(path().split("/")).filter((segment) -> !segment.isEmpty()).map(Forms::decodePath).toList();
	}

	/**
	 * The address under which the client reached us.
	 * @return scheme, host and port
	 */
	public String origin() {
		return this.scheme + "://" + header("host").orElse("localhost");
	}

	public Request withTarget(String changed) {
		return new Request(this.method, this.scheme, changed, this.headers, this.body);
	}

}
