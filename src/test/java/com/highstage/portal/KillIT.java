package com.highstage.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the portal where it hurts most: Microsoft has done what was asked, and the answer
 * is lost with the process.
 */
class KillIT {

	private static final String ADMIN = "admin@contoso.example";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "upsertApplication", "upsertServicePrincipal", "addPassword", "appRoleAssignedTo",
			"New-ServicePrincipal", "Add-MailboxPermission", "token" })
	void theJourneyGoesOnAfterTheKillAndLeavesOneApplicationAndOneSecret(String call) throws Exception {
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365,
						Map.of("portal.onboarding.settle", "3s"))) {
			microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0, "timeoutMillis", 20_000));
			new Browser(microsoft365).allow(ADMIN, "organizations");
			portal.start();
			Surfer surfer = new Surfer(portal.url());
			surfer.signIn(ADMIN);
			surfer.open("/onboarding/plan");
			microsoft365.fault(Fault.after(call, "timeout"));
			Press.primary(surfer, Map.of("mailboxes", Addresses.of(ADMIN)));
			awaitCall(microsoft365, call);
			portal.kill();
			portal.start();
			awaitEnd(surfer);
			assertThat(applications(microsoft365)).hasSize(1);
			// a secret whose value was lost is looked for once more when Microsoft has
			// had its time
			await("one secret").atMost(PATIENCE)
				.until(() -> applications(microsoft365).getFirst().path("passwordCredentials").size() == 1);
			assertThat(microsoft365.organisation("contoso.example").path("exchange").path("servicePrincipals"))
				.hasSize(1);
			assertThat(surfer.open("/onboarding/done").path()).isEqualTo("/onboarding/done");
			assertThat(portal.output()).doesNotContain("\tat com.highstage");
		}
	}

	private static void awaitCall(Microsoft365Simulator microsoft365, String call) {
		await(call).atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> microsoft365.journal()
				.stream()
				.anyMatch((entry) -> entry.call().equals(call) && entry.fault() != null));
	}

	private static void awaitEnd(Surfer surfer) {
		await("the done page").atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> surfer.open("/onboarding/progress").path().startsWith("/onboarding/done"));
	}

	private static List<JsonNode> applications(Microsoft365Simulator microsoft365) {
		return microsoft365.organisation("contoso.example").path("applications").valueStream().toList();
	}

}
