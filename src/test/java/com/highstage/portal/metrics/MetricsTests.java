package com.highstage.portal.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.PortalTest;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PortalTest
@TestPropertySource(properties = { "tests.management-port=0", "management.prometheus.metrics.export.enabled=true" })
class MetricsTests {

	private static final double DAY = Duration.ofDays(1).toSeconds();

	private static final Pattern LINE = Pattern.compile("(?m)^([a-z_]+(?:\\{[^}]*})?) (\\S+)$");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private final Microsoft365Simulator microsoft365;

	private final URI portal;

	private final URI management;

	MetricsTests(@Autowired Microsoft365Simulator microsoft365, @Autowired PortalProperties portal,
			@LocalManagementPort int management) {
		this.microsoft365 = microsoft365;
		this.portal = portal.url();
		this.management = URI.create("http://127.0.0.1:" + management);
	}

	@Test
	void aJourneyMovesTheFiguresAndNamesNobody() throws IOException, InterruptedException {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		Map<String, Double> before = figures();
		new PlainJourney(this.portal).travel("admin@contoso.example");
		// read at most each 15 seconds, and a task counts as completed only after it has
		// written
		await("the next reading").atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofSeconds(1))
			.untilAsserted(() -> assertThat(risen(before, figures())).contains("portal_customers{state=\"works\"}",
					"portal_connections{status=\"working\"}", "portal_checks{protocol=\"imap\",result=\"passed\"}",
					"portal_mailbox_logins_seconds_count{answer=\"opened\",protocol=\"pop\"}",
					"portal_microsoft_calls_seconds_count{outcome=\"success\",service=\"entra\"}",
					"portal_microsoft_calls_seconds_count{outcome=\"success\",service=\"graph\"}",
					"portal_microsoft_calls_seconds_count{outcome=\"success\",service=\"exchange\"}",
					"dbscheduler_task_completions_total{result=\"ok\",task=\"journey\"}"));
		assertThat(figures()).containsEntry("portal_customers{state=\"works\"}", 1.0);
		assertThat(figures().get("portal_secrets_soonest_end_seconds")).isBetween(179 * DAY, 180 * DAY);
		assertThat(scrape()).doesNotContain("contoso", "@").doesNotContainPattern(ID);
		assertThat(this.microsoft365.issuedSecrets()).isNotEmpty()
			.allSatisfy((secret) -> assertThat(scrape()).doesNotContain(secret));
	}

	@Test
	void eachFigureOfThePortalIsThereFromTheBeginning() throws IOException, InterruptedException {
		assertThat(figures()).containsKeys("portal_mails_total{outcome=\"given_up\"}", "portal_mails_waiting",
				"portal_mails_oldest_waiting_seconds", "portal_tasks_due", "portal_tasks_oldest_due_seconds",
				"portal_secrets_ending{within=\"60d\"}", "portal_troubles{kind=\"consent_withdrawn\"}",
				"portal_recipient_keys{state=\"proven\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/metrics", "/actuator/env", "/actuator/loggers", "/actuator/heapdump",
			"/actuator/threaddump", "/actuator/configprops", "/actuator/scheduledtasks", "/actuator/beans" })
	void nothingElseOfTheMachineryIsThere(String path) throws IOException, InterruptedException {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void noFigureIsOnThePublicPort() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(this.portal.resolve("/actuator/prometheus")).build();
			assertThat(client.send(request, BodyHandlers.ofString()).body()).doesNotContain("portal_connections");
		}
	}

	@Test
	void whoRunsThePortalNeedsNoTokenToHaveACopyWritten() throws IOException, InterruptedException {
		HttpRequest.Builder post = HttpRequest.newBuilder().POST(BodyPublishers.noBody());
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(post.uri(this.management.resolve("/actuator/backup")).build(),
					BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(400);
			assertThat(answer.body()).contains("not an embedded database in a file");
			assertThat(client.send(post.uri(this.portal.resolve("/actuator/backup")).build(), BodyHandlers.ofString())
				.statusCode()).isGreaterThanOrEqualTo(403);
		}
	}

	@Test
	void dutiesAreToldInDetailOnTheirOwnAndInOneWordTogether() throws IOException, InterruptedException {
		HttpResponse<String> duties = get("/actuator/health/duties");
		assertThat(duties.statusCode()).as(duties.body()).isEqualTo(200);
		assertThat(duties.body()).contains("\"mailQueue\"", "\"background\"", "\"recipientKey\"", "\"auditChain\"",
				"\"diskSpace\"", "\"oldestWaits\"");
		assertThat(get("/actuator/health").body()).doesNotContain("oldestWaits");
	}

	private static Stream<String> risen(Map<String, Double> before, Map<String, Double> after) {
		return after.entrySet()
			.stream()
			.filter((now) -> now.getValue() > before.getOrDefault(now.getKey(), 0.0))
			.map(Map.Entry::getKey);
	}

	private Map<String, Double> figures() throws IOException, InterruptedException {
		return LINE.matcher(scrape())
			.results()
			.collect(Collectors.toMap((line) -> line.group(1), (line) -> Double.parseDouble(line.group(2))));
	}

	private String scrape() throws IOException, InterruptedException {
		return get("/actuator/prometheus").body();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(this.management.resolve(path)).build(), BodyHandlers.ofString());
		}
	}

}
