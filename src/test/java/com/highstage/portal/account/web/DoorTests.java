package com.highstage.portal.account.web;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "portal.url=http://localhost:8080",
		"portal.data=./target/door-tests",
		"spring.datasource.url=jdbc:h2:mem:door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
		"portal.vault.generate=true", "portal.vendor.tenant-id=6d2c2b2e-2e0b-4d9c-9c39-3a7a2e0f9a11",
		"portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
		"portal.microsoft.client-secret=simulator-portal-secret", "management.server.port=-1" })
class DoorTests {

	private static final String FORM = "application/x-www-form-urlencoded";

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
	void redirectsOfAProxyThatSpeaksOldHttpKeepItsAddressOut() throws Exception {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write("GET /onboarding HTTP/1.0\r\nHost: portal.example:8443\r\nX-Forwarded-Proto: https\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).contains(" 302 ", "\r\nLocation: /sign-in?then=%2Fonboarding\r\n");
		}
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

	@Test
	void aFormThatIsTooLargeIsRefusedWithWords() throws Exception {
		HttpResponse<String> answer = post("/language", FORM, "language=en&x=" + "x".repeat(300 * 1024));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertDecent(answer, "413");
	}

	@Test
	void aFormThatDoesNotSayHowLongItIsIsRefusedUnread() throws Exception {
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(address("/language"))
			.header("Content-Type", FORM)
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300 * 1024])))
			.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(411);
		assertDecent(answer, "411");
	}

	@Test
	void tooManyFieldsAreRefusedWithWords() throws Exception {
		HttpResponse<String> answer = post("/language", FORM, "x=1&".repeat(300) + "language=en");
		assertThat(answer.statusCode()).isBetween(400, 413);
		assertDecent(answer, String.valueOf(answer.statusCode()));
	}

	@Test
	void filesAreTakenWhereListsAreReadOnly() throws Exception {
		HttpResponse<String> answer = post("/language", "multipart/form-data; boundary=b", "--b--");
		assertThat(answer.statusCode()).isEqualTo(415);
		assertDecent(answer, "415");
		assertThat(post("/operator/import", "multipart/form-data; boundary=b", "--b--\r\n").statusCode())
			.isEqualTo(403);
	}

	@Test
	void headersThatAreTooLargeAreRefusedWithoutATrace() throws Exception {
		HttpResponse<String> answer = this.client.send(
				HttpRequest.newBuilder(address("/")).header("X-Long", "x".repeat(20 * 1024)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Apache Tomcat/");
	}

	@Test
	void whoAsksForLinksTooOftenWaits() throws Exception {
		for (int i = 0; i < 10; i++) {
			assertThat(post("/link/ask", FORM, "").statusCode()).isEqualTo(403);
		}
		// for each six seconds that this takes, one more is let through
		HttpResponse<String> answer = Objects.requireNonNull(await("the limit").pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> post("/link/ask", FORM, ""), (asked) -> asked.statusCode() != 403));
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
		assertDecent(answer, "429");
	}

	private static void assertDecent(HttpResponse<String> answer, String status) {
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(answer.body()).contains("Error " + status, "id=\"continue\"").doesNotContain("Exception", "\tat ");
	}

	private HttpResponse<String> post(String path, String type, String body) throws Exception {
		return this.client.send(HttpRequest.newBuilder(address(path))
			.header("Content-Type", type)
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
	}

}
