package com.highstage.portal.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ControlPortTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private HttpResponse<String> control(String what, String body) {
		return this.browser.send(HttpRequest.newBuilder(this.microsoft365.at("/control/" + what))
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private JsonNode secret(String token) {
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		String id = Browser
			.json(this.browser.graph(token, "POST", "applications",
					"{\"displayName\":\"Mail\",\"signInAudience\":\"AzureADMyOrg\"}"))
			.path("id")
			.asString();
		return Browser.json(this.browser.graph(token, "POST", "applications/" + id + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"s\"}}"));
	}

	@Test
	void theStateHasSecretsAsTheirHash() {
		JsonNode secret = secret(this.browser.manager("admin@contoso.example", "contoso.example"));
		String state = this.browser.get("/control/state").body();
		assertThat(state).doesNotContain(secret.path("secretText").asString());
		JsonNode password = this.microsoft365.organisation("contoso.example")
			.path("applications")
			.path(0)
			.path("passwordCredentials")
			.path(0);
		assertThat(password.path("secretText").asString())
			.isEqualTo(Browser.sha256(secret.path("secretText").asString()));
		assertThat(password.path("keyId")).isEqualTo(secret.path("keyId"));
	}

	@Test
	void theJournalSaysWhoChangedWhatAndKeepsNoSecret() {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		JsonNode secret = secret(token);
		String journal = this.browser.get("/control/journal").body();
		assertThat(journal).doesNotContain(secret.path("secretText").asString(), token, Browser.SECRET);
		Journal.Entry last = this.microsoft365.journal().getLast();
		assertThat(last.call()).isEqualTo("addPassword");
		assertThat(last.caller()).isEqualTo("admin@contoso.example");
		assertThat(last.url()).startsWith("https://graph.microsoft.com/v1.0/applications/");
		assertThat(last.effect()).isTrue();
		assertThat(this.microsoft365.journal().getFirst().url())
			.startsWith("https://login.microsoftonline.com/contoso.example/v2.0/adminconsent");
	}

	@Test
	void whoeverSeesAChangeFindsItInTheJournal() throws InterruptedException {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		int wanted = 30;
		Thread changing = Thread.startVirtualThread(() -> IntStream.range(0, wanted)
			.forEach((any) -> this.browser.graph(token, "POST", "applications", "{\"displayName\":\"Mail\"}")));
		int seen;
		do {
			seen = this.microsoft365.organisation("contoso.example").path("applications").size();
			assertThat(this.microsoft365.journal()).filteredOn((entry) -> entry.call().equals("createApplication"))
				.hasSizeGreaterThanOrEqualTo(seen);
		}
		while (seen < wanted && changing.isAlive());
		changing.join();
		assertThat(this.microsoft365.organisation("contoso.example").path("applications")).hasSize(wanted);
	}

	@Test
	void whatOnlyReadsHasNoEffect() {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		this.browser.graph(token, "GET", "organization", "");
		this.browser.graph(token, "POST", "applications", "{\"colour\":\"red\"}");
		assertThat(this.microsoft365.journal().reversed().subList(0, 3)).extracting(Journal.Entry::effect)
			.containsOnly(false);
	}

	@Test
	void aResetStartsAfreshAndTellsOthers() {
		AtomicInteger told = new AtomicInteger();
		this.microsoft365.onReset(told::incrementAndGet);
		secret(this.browser.manager("admin@contoso.example", "contoso.example"));
		assertThat(control("reset", "").statusCode()).isEqualTo(204);
		assertThat(this.microsoft365.organisation("contoso.example").path("applications")).isEmpty();
		assertThat(this.microsoft365.journal()).isEmpty();
		assertThat(Browser.json(this.browser.get("/control/settings")).path("replicationMillis").asInt())
			.isEqualTo(1000);
		assertThat(told).hasValue(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "settings|{\"latencyMilis\":1}", "settings|{\"latencyMillis\":\"soon\"}", "settings|[1]",
					"faults|{\"call\":\"token\",\"nth\":1,\"when\":\"before\",\"kind\":\"flood\"}",
					"faults|{\"call\":\"token\",\"nth\":1,\"when\":\"never\",\"kind\":\"429\"}", "faults|nonsense" })
	void whatTheControlPortDoesNotKnowIsRefused(String what, String body) {
		assertThat(control(what, body).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.128", "Fri, 31 Dec 2027 23:59:59 GMT", "soon" })
	void retryAfterIsSentAsItWasGiven(String value) {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		control("faults", "{\"call\":\"organization\",\"nth\":2,\"when\":\"before\",\"kind\":\"429\",\"retryAfter\":\""
				+ value + "\"}");
		assertThat(this.browser.graph(token, "GET", "organization", "").statusCode()).isEqualTo(200);
		HttpResponse<String> throttled = this.browser.graph(token, "GET", "organization", "");
		assertThat(throttled.statusCode()).isEqualTo(429);
		assertThat(throttled.headers().firstValue("Retry-After")).contains(value);
		assertThat(this.browser.graph(token, "GET", "organization", "").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "before, 0", "after, 1" })
	void aFaultComesBeforeOrAfterTheEffect(String when, int applications) {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		this.microsoft365.fault(new Fault("createApplication", 1, when, "503", null));
		assertThat(this.browser.graph(token, "POST", "applications", "{\"displayName\":\"Mail\"}").statusCode())
			.isEqualTo(503);
		assertThat(this.microsoft365.organisation("contoso.example").path("applications").size())
			.isEqualTo(applications);
		assertThat(this.microsoft365.journal().getLast().effect()).isEqualTo(applications == 1);
		assertThat(this.microsoft365.journal().getLast().fault()).isEqualTo("503");
	}

	@Test
	void garbageIsHtmlAndEmptyIsNothing() {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		this.microsoft365.fault(Fault.before("organization", "garbage"));
		this.microsoft365.fault(Fault.before("organization", "empty").nth(2));
		assertThat(this.browser.graph(token, "GET", "organization", "").body()).contains("<html>");
		HttpResponse<String> empty = this.browser.graph(token, "GET", "organization", "");
		assertThat(empty.statusCode()).isEqualTo(200);
		assertThat(empty.body()).isEmpty();
	}

	@Test
	void aResetConnectionIsNoAnswer() {
		this.microsoft365.fault(Fault.before("token", "reset"));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.browser.post("/login/contoso.example/oauth2/v2.0/token", Map.of("a", "b")))
			.withRootCauseInstanceOf(SocketException.class);
	}

	@Test
	void aTimeoutIsNoAnswerEither() throws IOException {
		this.microsoft365.settings(Map.of("timeoutMillis", 500));
		this.microsoft365.fault(Fault.before("keys", "timeout"));
		long start = System.nanoTime();
		assertThat(raw("/login/organizations/discovery/v2.0/keys")).isEmpty();
		assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
		assertThat(this.microsoft365.journal().getLast().fault()).isEqualTo("timeout");
	}

	@Test
	void latencyIsAddedToCallsOfMicrosoftOnly() {
		this.microsoft365.settings(Map.of("latencyMillis", 1000));
		long start = System.nanoTime();
		this.browser.get("/login/organizations/discovery/v2.0/keys");
		assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(1000));
		this.microsoft365.settings(Map.of("latencyMillis", 600_000));
		HttpRequest.Builder control = HttpRequest.newBuilder(this.microsoft365.at("/control/mails"))
			.timeout(Duration.ofMinutes(1));
		assertThat(this.browser.send(control).statusCode()).isEqualTo(200);
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void throttlingHappensInsideABatchToo() {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		this.microsoft365.fault(Fault.before("organization", "429").retryAfter("3"));
		JsonNode answer = Browser.json(this.browser.graph(token, "POST", "$batch",
				"{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/organization\"}]}"));
		assertThat(answer.path("responses").path(0).path("status").asInt()).isEqualTo(429);
		assertThat(answer.path("responses").path(0).path("headers").path("Retry-After").asString()).isEqualTo("3");
	}

	@Test
	void peopleSeeOrganisationsAndWhatHappened() {
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		this.browser.graph(token, "POST", "applications", "{\"displayName\":\"<b>Mail</b>\"}");
		String page = this.browser.get("/").body();
		assertThat(page)
			.contains("Contoso", "&lt;b&gt;Mail&lt;/b&gt;", "https://graph.microsoft.com/v1.0/applications",
					"admin@contoso.example", "support@contoso.example")
			.doesNotContain("<b>Mail</b>", "<script");
		HttpResponse<String> changed = this.browser.post("/control/settings", Map.of("replicationMillis", "5"));
		assertThat(changed.statusCode()).isEqualTo(204);
		assertThat(Browser.json(this.browser.get("/control/settings")).path("replicationMillis").asInt()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login/%", "/control/nothing", "/graph/v1.0/applications(uniqueName='%zz')" })
	void nonsenseIsRefused(String path) throws IOException {
		assertThat(raw(path)).containsPattern("^HTTP/1.1 40[04] ");
	}

	private String raw(String path) throws IOException {
		try (Socket socket = new Socket("localhost", this.microsoft365.port())) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
