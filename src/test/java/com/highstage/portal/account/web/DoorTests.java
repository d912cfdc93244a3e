package com.highstage.portal.account.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "portal.url=http://localhost:8080",
		"portal.data=./target/door-tests",
		"spring.datasource.url=jdbc:h2:mem:door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
		"portal.vault.generate=true", "portal.vendor.tenant-id=6d2c2b2e-2e0b-4d9c-9c39-3a7a2e0f9a11",
		"portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
		"portal.microsoft.client-secret=simulator-portal-secret", "management.server.port=-1" })
class DoorTests {

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void aStrangerWhoOnlyLooksGetsNoSession() throws Exception {
		HttpResponse<String> welcome = get("/");
		assertThat(welcome.statusCode()).isEqualTo(200);
		assertThat(welcome.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("__Host-portal"));
	}

	@Test
	void aStrangerIsSentToSignInAndBack() throws Exception {
		HttpResponse<String> refused = get("/onboarding/plan?x=1");
		assertThat(refused.statusCode()).isEqualTo(302);
		assertThat(refused.headers().firstValue("Location")).hasValue("/sign-in?then=%2Fonboarding%2Fplan%3Fx%3D1");
	}

	@Test
	void everyPageTellsTheBrowserWhatItMustNotDo() throws Exception {
		HttpHeaders headers = get("/").headers();
		assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
					"form-action 'self' https://login.microsoftonline.com;")
			.doesNotContain("unsafe");
		assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
		assertThat(headers.firstValue("Permissions-Policy")).isPresent();
		assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
	}

	@Test
	void whatIsNotNamedDoesNotExist() throws Exception {
		assertThat(get("/anything").statusCode()).isEqualTo(404);
	}

	@Test
	void signInLeadsToMicrosoft() throws Exception {
		HttpResponse<String> away = get("/sign-in?organisation=fabrikam.example");
		assertThat(away.statusCode()).isEqualTo(302);
		assertThat(away.headers().firstValue("Location").orElseThrow())
			.startsWith("https://login.microsoftonline.com/fabrikam.example/oauth2/v2.0/authorize?")
			.contains("code_challenge=", "nonce=", "state=",
					"redirect_uri=http://localhost:8080/login/oauth2/code/entra");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
				BodyHandlers.ofString());
	}

}
