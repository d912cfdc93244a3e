package com.highstage.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.KilledRenewal.Moment;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.model.Founding.Company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the portal where it hurts most: Microsoft has done what was asked, and the answer
 * is lost with the process. Each call has an organisation of its own whose journey, or
 * whose renewal, hangs there, so that one kill hits them all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Map<String, Surfer> surfers = new HashMap<>();

	private final Map<Moment, KilledRenewal> renewals = new EnumMap<>(Moment.class);

	private PackagedPortal portal;

	static List<String> calls() {
		return List.of("upsertApplication", "upsertServicePrincipal", "addPassword", "appRoleAssignedTo",
				"New-ServicePrincipal", "Add-MailboxPermission", "token");
	}

	@BeforeAll
	void killAllAtOnce(@TempDir Path directory) {
		// whoever hangs goes on hanging until the last one does
		this.portal = PackagedPortal.against(directory, this.microsoft365,
				Map.of("portal.onboarding.settle", "3s", "portal.microsoft.calls.timeout", "20m"));
		this.microsoft365
			.settings(Map.of("replicationMillis", 0, "propagationMillis", 0, "timeoutMillis", PATIENCE.toMillis() * 3));
		this.portal.start();
		connectAll();
		calls().forEach(this::hang);
		this.renewals.values().forEach(KillIT::hang);
		this.portal.kill();
		this.portal.start();
	}

	private void connectAll() {
		try (ExecutorService people = Executors.newFixedThreadPool(2)) {
			CompletableFuture
				.allOf(Stream.of(Moment.values())
					.map((moment) -> this.renewals.computeIfAbsent(moment,
							(one) -> new KilledRenewal(this.portal, this.microsoft365, one)))
					.map((renewal) -> CompletableFuture.runAsync(renewal::connect, people))
					.toArray(CompletableFuture[]::new))
				.join();
		}
	}

	private static void hang(KilledRenewal renewal) {
		renewal.hang();
		assertThat(renewal.ours()).as("%s", renewal.moment()).hasSize(renewal.moment().secrets());
		assertThat(renewal.row().path("sequence").asLong()).as("%s", renewal.moment())
			.isEqualTo(renewal.moment().offered());
	}

	private void hang(String call) {
		this.microsoft365.found(Company.of(call, domain(call)));
		new Browser(this.microsoft365).allow(administrator(call), "organizations");
		Surfer surfer = new Surfer(this.portal.url());
		this.surfers.put(call, surfer);
		surfer.signIn(administrator(call));
		surfer.open("/onboarding/plan");
		this.microsoft365.fault(Fault.after(call, "timeout"));
		Press.primary(surfer, Map.of("mailboxes", Addresses.of(administrator(call))));
		await(call).atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.microsoft365.journal()
				.stream()
				.anyMatch((entry) -> entry.call().equals(call) && entry.fault() != null));
	}

	@AfterAll
	void close() {
		this.portal.close();
		this.microsoft365.close();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void theJourneyGoesOnAfterTheKillAndLeavesOneApplicationAndOneSecret(String call) {
		Surfer surfer = Objects.requireNonNull(this.surfers.get(call));
		awaitEnd(surfer);
		assertThat(applications(call)).hasSize(1);
		// a secret whose value was lost is looked for once more when Microsoft has
		// had its time
		await("one secret").atMost(PATIENCE)
			.until(() -> applications(call).getFirst().path("passwordCredentials").size() == 1);
		assertThat(this.microsoft365.organisation(domain(call)).path("exchange").path("servicePrincipals")).hasSize(1);
		awaitEnd(surfer);
		assertThat(this.portal.output()).doesNotContain("\tat com.highstage");
	}

	@ParameterizedTest
	@EnumSource
	void theRenewalGoesOnAfterTheKillAndLeavesTheNewSecretAndWhatIsNotOurs(Moment moment) {
		KilledRenewal renewal = Objects.requireNonNull(this.renewals.get(moment));
		renewal.goOn();
		assertThat(renewal.ours()).containsExactly(renewal.row().path("credential_key_id").asString());
		assertThat(renewal.others()).hasSize(1);
		assertThat(renewal.numbers()).first().isEqualTo(1);
		assertThat(renewal.numbers()).allMatch((number) -> number == 1 || number == 2).last().isEqualTo(1);
		assertThat(this.portal.output()).doesNotContain("\tat com.highstage");
	}

	private static void awaitEnd(Surfer surfer) {
		await("the done page").atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> surfer.open("/onboarding/progress").path().startsWith("/onboarding/done"));
	}

	private List<JsonNode> applications(String call) {
		return this.microsoft365.organisation(domain(call)).path("applications").valueStream().toList();
	}

	private static String administrator(String call) {
		return "admin@" + domain(call);
	}

	private static String domain(String call) {
		return call.toLowerCase(Locale.ROOT) + ".example";
	}

}
