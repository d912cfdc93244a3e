package com.highstage.portal.microsoft;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.Domains.Owner;

import static org.assertj.core.api.Assertions.assertThat;

class DomainsTests {

	private static final AtomicReference<Reply> REPLY = new AtomicReference<>(new Reply(404, ""));

	private static HttpServer server;

	private static ConnectedMicrosoft connected;

	private static ConnectedMicrosoft elsewhere;

	@BeforeAll
	static void connect() throws IOException {
		connected = new ConnectedMicrosoft();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			Reply reply = Objects.requireNonNull(REPLY.get());
			byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(reply.status(), body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		elsewhere = new ConnectedMicrosoft("portal.microsoft.login=http://localhost:" + server.getAddress().getPort());
	}

	@AfterAll
	static void disconnect() {
		connected.close();
		elsewhere.close();
		server.stop(0);
	}

	@Test
	void theIssuerTellsWhoseDomainItIs() {
		assertThat(connected.bean(Domains.class).owner("fabrikam.example"))
			.isEqualTo(new Owner.Organisation(connected.tenant("fabrikam.example")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody.example", "no-domain" })
	void aDomainThatNoOrganisationHasIsNobodys(String domain) {
		assertThat(connected.bean(Domains.class).owner(domain)).isEqualTo(new Owner.Nobody());
	}

	@Test
	void personalAccountsAreNoOrganisation() {
		assertThat(answered(200,
				"{\"issuer\":\"https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0\"}"))
			.isEqualTo(new Owner.Nobody());
	}

	@Test
	void aBrokenAnswerIsNoAnswer() {
		assertThat(answered(503, "{}")).isEqualTo(new Owner.Unknown());
		assertThat(answered(200, "<html>")).isEqualTo(new Owner.Unknown());
		assertThat(answered(400, "{\"error\":\"invalid_request\"}")).isEqualTo(new Owner.Unknown());
		assertThat(answered(302, "")).isEqualTo(new Owner.Unknown());
	}

	private static Owner answered(int status, String body) {
		REPLY.set(new Reply(status, body));
		return elsewhere.bean(Domains.class).owner("contoso.example");
	}

	private record Reply(int status, String body) {

	}

}
