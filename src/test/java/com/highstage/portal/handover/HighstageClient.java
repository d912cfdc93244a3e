package com.highstage.portal.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that reads the portal's interface with a token of the simulator.
 */
public final class HighstageClient {

	/** The application of Highstage's organisation that has the role. */
	public static final String CLIENT = "7d3b0a51-6a4e-4f0e-9d2c-0c5a9e1f0d01";

	/** Its secret. */
	public static final String SECRET = "simulator-highstage-secret";

	/** The application of Highstage's organisation that has not. */
	public static final String WITHOUT_ROLE = "7d3b0a51-6a4e-4f0e-9d2c-0c5a9e1f0d02";

	/** Its secret. */
	public static final String SECRET_WITHOUT_ROLE = "simulator-telephony-secret";

	private static final String VENDOR = "highstage.example";

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI portal;

	private final String token;

	public HighstageClient(URI portal, String token) {
		this.portal = portal;
		this.token = token;
	}

	/**
	 * Highstage's own application.
	 * @param portal the portal's address
	 * @param microsoft365 the simulator
	 * @return a client with a fresh token
	 */
	public static HighstageClient of(URI portal, Microsoft365Simulator microsoft365) {
		return new HighstageClient(portal, token(microsoft365, VENDOR, CLIENT, SECRET, Browser.CLIENT));
	}

	static String token(Microsoft365Simulator microsoft365, String realm, String client, String secret,
			String resource) {
		HttpResponse<String> answer = new Browser(microsoft365).post("/login/" + realm + "/oauth2/v2.0/token",
				Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret, "scope",
						resource + "/.default"));
		String token = Browser.json(answer).path("access_token").asString("");
		if (token.isEmpty()) {
			throw new AssertionError(answer.body());
		}
		return token;
	}

	/**
	 * Reads.
	 * @param path the path below {@code /api/v1} with its query
	 * @return the answer
	 */
	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/**
	 * Writes.
	 * @param path the path below {@code /api/v1}
	 * @param json the body
	 * @return the answer
	 */
	public HttpResponse<String> put(String path, String json) {
		return send(
				request(path).header("Content-Type", "application/json").method("PUT", BodyPublishers.ofString(json)));
	}

	HttpResponse<String> page(String path) {
		return send(HttpRequest.newBuilder(this.portal.resolve(path)).header("Authorization", "Bearer " + this.token));
	}

	HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = request(path).method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.portal.resolve("/api/v1" + path));
		return this.token.isEmpty() ? request : request.header("Authorization", "Bearer " + this.token);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What an answer says.
	 * @param answer the answer
	 * @return its JSON
	 */
	public static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	static void assertProblem(HttpResponse<String> answer, int status, String type) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = json(answer);
		assertThat(problem.path("type").asString()).isEqualTo(type);
		assertThat(problem.path("status").asInt()).isEqualTo(status);
		assertThat(problem.path("reference").asString()).hasSize(9);
		assertThat(answer.body()).doesNotContain("Exception", "<b>", "script", ".java");
	}

}
