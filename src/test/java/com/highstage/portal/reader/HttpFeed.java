package com.highstage.portal.reader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.handover.HighstageClient;
import com.highstage.portal.simulator.Browser;

/**
 * Follows the portal over HTTP, with a token of Highstage's own organisation.
 */
final class HttpFeed implements Feed {

	private static final String VENDOR = "highstage.example";

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI portal;

	private final Microsoft microsoft;

	private String token = "";

	HttpFeed(String portal, Microsoft microsoft) {
		this.portal = URI.create(portal);
		this.microsoft = microsoft;
	}

	@Override
	public Page after(long change) throws IOException {
		JsonNode page = json(send("GET", "/connections?limit=" + LIMIT + "&after=" + change, ""));
		return new Page(page.path("connections").valueStream().toList(), page.path("change").asLong(),
				page.path("more").asBoolean());
	}

	@Override
	public JsonNode one(String connection) throws IOException {
		return json(send("GET", "/connections/" + connection, ""));
	}

	@Override
	public boolean acknowledge(String connection, long sequence) throws IOException {
		int status = send("PUT", "/connections/" + connection + "/acknowledgement", "{\"sequence\":" + sequence + "}")
			.statusCode();
		// another one was offered meanwhile, and comes with the next change
		return status == 204 || status == 409;
	}

	@Override
	public List<String> signingKeys() throws IOException {
		return json(send("GET", "/keys/signing", "")).path("keys")
			.valueStream()
			.map((key) -> key.path("public_key").asString())
			.toList();
	}

	private static JsonNode json(HttpResponse<String> answer) throws IOException {
		if (answer.statusCode() != 200) {
			throw new IOException(answer.statusCode() + " " + answer.body());
		}
		return JsonMapper.shared().readTree(answer.body());
	}

	private HttpResponse<String> send(String method, String path, String body) throws IOException {
		if (this.token.isEmpty()) {
			this.token = this.microsoft.token(VENDOR, HighstageClient.CLIENT, HighstageClient.SECRET, Browser.CLIENT);
		}
		try {
			return this.http.send(HttpRequest.newBuilder(this.portal.resolve("/api/v1" + path))
				.header("Authorization", "Bearer " + this.token)
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
