package com.highstage.portal.simulator.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error of Entra's, by its AADSTS number.
 */
public final class Aadsts extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final JsonNode CATALOGUE = read();

	private final int number;

	private final String error;

	private final String traceId = UUID.randomUUID().toString();

	private Aadsts(int number, String error, String message) {
		super(message);
		this.number = number;
		this.error = error;
	}

	private static JsonNode read() {
		try (InputStream in = Aadsts.class.getResourceAsStream("/simulator/aadsts.json")) {
			return JsonMapper.shared().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Aadsts of(int number, Object... values) {
		JsonNode entry = CATALOGUE.path(String.valueOf(number));
		String message = entry.path("message").asString("An error occurred.");
		long places = message.split("%s", -1).length - 1L;
		Object[] all = java.util.Arrays.copyOf(values, (int) Math.max(places, values.length));
		for (int i = 0; i < all.length; i++) {
			all[i] = (all[i] != null) ? all[i] : "";
		}
		return new Aadsts(number, entry.path("error").asString("invalid_request"), message.formatted(all));
	}

	Aadsts as(String otherError) {
		return new Aadsts(this.number, otherError, getMessage());
	}

	int number() {
		return this.number;
	}

	String error() {
		return this.error;
	}

	String traceId() {
		return this.traceId;
	}

	String description(Instant now, String correlationId) {
		return "AADSTS" + this.number + ": " + getMessage() + " Trace ID: " + this.traceId + " Correlation ID: "
				+ correlationId + " Timestamp: " + timestamp(now);
	}

	int status() {
		return switch (this.error) {
			case "invalid_client", "unauthorized_client_401" -> 401;
			case "temporarily_unavailable" -> 503;
			default -> 400;
		};
	}

	ObjectNode body(Instant now, String correlationId) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("error", (this.error.equals("consent_required") || this.error.equals("interaction_required"))
				? "invalid_grant" : this.error);
		body.put("error_description", description(now, correlationId));
		body.withArray("error_codes").add(this.number);
		body.put("timestamp", timestamp(now)).put("trace_id", this.traceId).put("correlation_id", correlationId);
		body.put("error_uri", "https://login.microsoftonline.com/error?code=" + this.number);
		if (this.error.equals("consent_required")) {
			body.put("suberror", "consent_required");
		}
		return body;
	}

	private static String timestamp(Instant now) {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").format(now.atOffset(ZoneOffset.UTC));
	}

}
