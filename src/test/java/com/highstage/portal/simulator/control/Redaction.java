package com.highstage.portal.simulator.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Forms;

/**
 * Replaces secrets by their SHA-256, so that they can be compared and not read.
 */
final class Redaction {

	private static final Set<String> SECRET = Set.of("secretText", "client_secret", "access_token", "refresh_token",
			"id_token", "code", "client_assertion", "code_verifier", "id_token_hint");

	private Redaction() {
	}

	static String sha256(String value) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode json(String text) {
		try {
			return clean(JsonMapper.shared().readTree(text));
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().getNodeFactory().stringNode(text);
		}
	}

	static ObjectNode form(Map<String, String> fields) {
		ObjectNode form = JsonMapper.shared().createObjectNode();
		fields.forEach((name, value) -> form.put(name, SECRET.contains(name) ? sha256(value) : value));
		return form;
	}

	static String location(String location) {
		int start = Math.max(location.indexOf('?'), location.indexOf('#')) + 1;
		if (start == 0) {
			return location;
		}
		ObjectNode cleaned = form(Forms.decode(location.substring(start)));
		StringBuilder result = new StringBuilder(location.substring(0, start));
		cleaned.properties()
			.forEach((one) -> result.append(Forms.encode(Map.of(one.getKey(), one.getValue().asString()))).append('&'));
		return result.substring(0, Math.max(result.length() - 1, start));
	}

	/**
	 * What an answer gives away.
	 * @param answer as it is sent
	 * @return the secrets in it, as they are
	 */
	static Set<String> secrets(Answer answer) {
		Set<String> found = new HashSet<>();
		String location = answer.header("Location");
		int start = Math.max(location.indexOf('?'), location.indexOf('#')) + 1;
		if (start > 0) {
			Forms.decode(location.substring(start)).forEach((name, value) -> {
				if (SECRET.contains(name)) {
					found.add(value);
				}
			});
		}
		if (answer.header("Content-Type").startsWith("application/json") && answer.status() < 300) {
			JsonNode json = JsonMapper.shared().readTree(answer.body());
			SECRET.forEach((name) -> json.findValuesAsString(name).forEach(found::add));
		}
		found.removeIf(String::isEmpty);
		return found;
	}

	private static JsonNode clean(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> one : Set.copyOf(object.properties())) {
				boolean secret = SECRET.contains(one.getKey()) && one.getValue().isString();
				boolean error = one.getKey().equals("code") && object.has("message");
				if (secret && !error) {
					object.put(one.getKey(), sha256(one.getValue().asString()));
				}
				else {
					clean(one.getValue());
				}
			}
		}
		else if (node instanceof ArrayNode array) {
			array.forEach(Redaction::clean);
		}
		return node;
	}

}
