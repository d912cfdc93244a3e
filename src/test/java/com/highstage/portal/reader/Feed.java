package com.highstage.portal.reader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.handover.HighstageClient;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.reader.SealedCredentialReader;
import com.highstage.portal.vault.reader.SealedCredentialReader.RefusedException;
import com.highstage.portal.vault.reader.SealedCredentialReader.Row;

/**
 * The portal's interface, from the other side.
 */
final class Feed {

	private static final String VENDOR = "highstage.example";

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI portal;

	private final Microsoft microsoft;

	private final RSAKey key;

	private @Nullable SealedCredentialReader reader;

	private String token = "";

	private long change;

	Feed(URI portal, Microsoft microsoft, Path key) throws IOException {
		this.portal = portal;
		this.microsoft = microsoft;
		try {
			this.key = RSAKey.parse(Files.readString(key));
		}
		catch (ParseException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * A page of what has changed since the last one that was taken.
	 * @return the page
	 */
	JsonNode page() throws IOException {
		if (this.reader == null) {
			this.reader = new SealedCredentialReader(List.of(this.key), signers(), this.portal.toString());
		}
		return json(send("GET", "/connections?limit=20&after=" + this.change, ""));
	}

	/**
	 * Goes on after a page.
	 * @param page a page of which every row was taken
	 * @return whether there is another one
	 */
	boolean taken(JsonNode page) {
		this.change = page.path("change").asLong();
		return page.path("more").asBoolean();
	}

	JsonNode one(String connection) throws IOException {
		return json(send("GET", "/connections/" + connection, ""));
	}

	boolean acknowledge(String connection, long sequence) throws IOException {
		int status = send("PUT", "/connections/" + connection + "/acknowledgement", "{\"sequence\":" + sequence + "}")
			.statusCode();
		// another one was offered meanwhile, and comes with the next change
		return status == 204 || status == 409;
	}

	/**
	 * Opens what is sealed in a row, and compares all of it with the row.
	 * @param row the row
	 * @param seen the highest sequence seen
	 * @return what was in it
	 * @throws TornRowException if it does not open, or does not belong there
	 */
	Opened open(JsonNode row, long seen) throws TornRowException {
		try {
			SealedCredentialReader.Opened opened = Objects.requireNonNull(this.reader)
				.open(row.path("sealed_credential").asString(), new Row(row.path("connection_id").asString(),
						row.path("tenant_id").asString(), row.path("client_id").asString(), seen));
			long expires = OffsetDateTime.parse(row.path("credential_expires_at").asString()).toEpochSecond();
			if (opened.sequence() != row.path("sequence").asLong() || opened.expires() != expires
					|| !row.path("credential_key_id").asString().equals(opened.keyId())) {
				throw new TornRowException(opened.sequence() + " is sealed in " + row);
			}
			String secret = ((ClientSecret) opened.credential()).value().expose((value) -> value);
			return new Opened(opened.sequence(), Objects.requireNonNull(opened.keyId()), secret);
		}
		catch (RefusedException ex) {
			throw new TornRowException(ex.reason() + " in " + row);
		}
	}

	private List<ECKey> signers() throws IOException {
		List<ECKey> signers = new ArrayList<>();
		for (JsonNode signer : json(send("GET", "/keys/signing", "")).path("keys")) {
			try {
				signers.add(ECKey.parse(signer.path("public_key").asString()));
			}
			catch (ParseException ex) {
				throw new IOException(ex);
			}
		}
		return signers;
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

	/**
	 * What was sealed in a row.
	 *
	 * @param sequence its sequence
	 * @param keyId Microsoft's id of it
	 * @param secret the secret
	 */
	record Opened(long sequence, String keyId, String secret) {

	}

}
