package com.highstage.portal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.packaged.PlainProxy;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two replicas on one PostgreSQL, each request to the other one; that which has just had
 * a secret made is killed before it hears of it.
 */
class ReplicasIT {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String ADMIN = "admin@contoso.example";

	@TempDir
	Path directory;

	@Test
	void theOtherOneGoesOnWithTheJourneyAndTheBrowserNoticesNothing() throws IOException {
		Database database = Postgres.newEmptyDatabase();
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				PlainProxy proxy = new PlainProxy();
				PackagedPortal one = replica("one", microsoft365, proxy.url(), database);
				PackagedPortal two = replica("two", microsoft365, proxy.url(), database)) {
			microsoft365.settings(
					Map.of("replicationMillis", 0, "propagationMillis", 0, "timeoutMillis", PATIENCE.toMillis() * 3));
			proxy.to(List.of(one.url(), two.url()));
			one.start();
			two.start();
			new Browser(microsoft365).allow(ADMIN, "organizations");
			Surfer surfer = new Surfer(proxy.url()).signIn(ADMIN).open("/onboarding/plan");
			microsoft365.fault(Fault.after("addPassword", "timeout"));
			Press.primary(surfer, Map.of("mailboxes", Addresses.of(ADMIN)));
			await("addPassword").atMost(PATIENCE)
				.until(() -> microsoft365.journal()
					.stream()
					.anyMatch((entry) -> entry.call().equals("addPassword") && entry.fault() != null));
			PackagedPortal working = atWork(database.jdbc()).equals("one") ? one : two;
			working.kill();
			await("the done page").atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> surfer.open("/onboarding/progress").path().startsWith("/onboarding/done"));
			assertThat(proxy.answered(0)).isPositive();
			assertThat(proxy.answered(1)).isPositive();
			oneSecretAndItsRow(microsoft365, database.jdbc());
			working.start();
			int before = proxy.answered((working == one) ? 0 : 1);
			for (int i = 0; i < 4; i++) {
				assertThat(surfer.open("/onboarding").path()).as("signed in at both").isEqualTo("/onboarding");
			}
			assertThat(proxy.answered((working == one) ? 0 : 1)).isGreaterThan(before);
			assertThat(one.output() + two.output()).doesNotContain("\tat com.highstage");
		}
	}

	private PackagedPortal replica(String name, Microsoft365Simulator microsoft365, URI url, Database database)
			throws IOException {
		return PackagedPortal.against(Files.createDirectory(this.directory.resolve(name)), microsoft365,
				Map.of("portal.url", url.toString(), "spring.datasource.url", database.url(), "portal.vault.directory",
						this.directory.resolve("keys").toString(), "db-scheduler.scheduler-name", name,
						"db-scheduler.heartbeat-interval", "1s", "portal.onboarding.lease", "10s",
						"portal.onboarding.settle", "3s", "portal.microsoft.calls.timeout", "20m"));
	}

	private static String atWork(JdbcClient jdbc) {
		return jdbc.sql("select distinct picked_by from scheduled_tasks where picked and task_name = 'journey'")
			.query(String.class)
			.single();
	}

	private static void oneSecretAndItsRow(Microsoft365Simulator microsoft365, JdbcClient jdbc) {
		JsonNode contoso = microsoft365.organisation("contoso.example");
		assertThat(contoso.path("applications")).hasSize(1);
		assertThat(contoso.path("exchange").path("servicePrincipals")).hasSize(1);
		// the secret whose value was lost goes once Microsoft has had its time to show it
		await("one secret").atMost(PATIENCE).until(() -> keys(microsoft365).size() == 1);
		Map<String, Object> shown = jdbc.sql("select * from highstage_connection_v1").query().singleRow();
		assertThat(keys(microsoft365)).containsExactly((UUID) shown.get("credential_key_id"));
		assertThat(shown.get("sealed_credential")).isNotEqualTo("");
		assertThat(jdbc.sql("select count(*) from credential where sealed_credential <> ''").query(Long.class).single())
			.isOne();
		// Microsoft has removed it before the portal has heard so
		await("nothing is unknown").atMost(PATIENCE)
			.until(() -> jdbc.sql("select count(*) from step_attempt where state = 'INTENT'")
				.query(Long.class)
				.single() == 0);
	}

	private static List<UUID> keys(Microsoft365Simulator microsoft365) {
		return microsoft365.organisation("contoso.example")
			.path("applications")
			.path(0)
			.path("passwordCredentials")
			.valueStream()
			.map((key) -> UUID.fromString(key.path("keyId").asString()))
			.toList();
	}

}
