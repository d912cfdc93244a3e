package com.highstage.portal.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is sent back: a response, or no proper response at all.
 *
 * @param status the HTTP status
 * @param headers the headers in order, repeated ones allowed
 * @param body the body
 * @param hangFor how long to keep the client waiting before the connection ends without
 * an answer, null to answer
 * @param reset whether to reset the connection instead of answering
 */
public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body, @Nullable Duration hangFor,
		boolean reset) {

	public static Answer of(int status, String contentType, String body) {
		return new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8), null, false).with("Content-Type",
				contentType);
	}

	public static Answer json(int status, JsonNode body) {
		return of(status, "application/json; charset=utf-8", body.toString());
	}

	public static Answer html(int status, String body) {
		return of(status, "text/html; charset=utf-8", body);
	}

	public static Answer empty(int status) {
		return new Answer(status, List.of(), new byte[0], null, false);
	}

	public static Answer redirect(String location) {
		return empty(302).with("Location", location);
	}

	public static Answer connectionReset() {
		return new Answer(0, List.of(), new byte[0], null, true);
	}

	public static Answer silence(Duration hangFor) {
		return new Answer(0, List.of(), new byte[0], hangFor, false);
	}

	public Answer with(String name, String value) {
		List<Map.Entry<String, String>> more = new ArrayList<>(this.headers);
		more.add(Map.entry(name, value));
		return new Answer(this.status, List.copyOf(more), this.body, this.hangFor, this.reset);
	}

	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	public String header(String name) {
		return this.headers.stream()
			.filter((header) -> header.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

}
