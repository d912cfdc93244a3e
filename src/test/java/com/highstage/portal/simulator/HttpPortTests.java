package com.highstage.portal.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.nimbusds.jose.util.X509CertUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpPortTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private HttpClient.Builder trusting() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		String pem = new Browser(this.microsoft365).get("/control/certificate.pem").body();
		store.setCertificateEntry("simulator", X509CertUtils.parse(pem));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return HttpClient.newBuilder().sslContext(context);
	}

	private static HttpResponse<String> get(HttpClient client, String address)
			throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void theSamePortSpeaksTls() throws Exception {
		String address = "https://localhost:" + this.microsoft365.port();
		HttpResponse<String> answer = get(trusting().build(),
				address + "/login/organizations/v2.0/.well-known/openid-configuration");
		assertThat(answer.body()).contains(address + "/login/organizations/oauth2/v2.0/token");
	}

	@ParameterizedTest
	@CsvSource({ "https://login.microsoftonline.com/contoso.example/v2.0/.well-known/openid-configuration, 200",
			"https://graph.microsoft.com/v1.0/organization, 401" })
	void asAProxyItStandsForMicrosoftsHosts(String address, int status) throws Exception {
		InetSocketAddress proxy = new InetSocketAddress("localhost", this.microsoft365.port());
		HttpResponse<String> answer = get(trusting().proxy(ProxySelector.of(proxy)).build(), address);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(this.microsoft365.journal().getLast().url()).isEqualTo(address);
	}

	@Test
	void aConnectionServesManyRequests() throws IOException {
		String request = "GET /control/settings HTTP/1.1\r\nHost: localhost\r\n";
		try (Socket socket = new Socket("localhost", this.microsoft365.port())) {
			socket.getOutputStream()
				.write(((request + "\r\n").repeat(49) + request + "Connection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("HTTP/1.1 200"))
				.hasSize(51);
		}
	}

	@Test
	void aBrowserThatAsksForAnIconIsNotToldOfAMistake() {
		assertThat(new Browser(this.microsoft365).get("/favicon.ico").statusCode()).isEqualTo(204);
	}

}
