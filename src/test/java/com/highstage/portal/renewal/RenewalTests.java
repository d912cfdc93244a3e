package com.highstage.portal.renewal;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.Invariants;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class RenewalTests {

	private static final String CONTOSO = "admin@contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Credentials credentials;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private Heirs heirs;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.heirs = new Heirs(this.microsoft365, this.traveller, this.journey, this.overviews,
				new Heirs.Rows(this.credentials, this.jdbc, this.transactions));
	}

	@AfterEach
	void whateverHappened() {
		this.invariants.hold();
		assertThat(this.heirs.numbers()).as("secrets of ours after each change")
			.allMatch((number) -> number >= 1)
			.allMatch((number) -> number <= 2);
	}

	@Test
	void aThirdIsRefusedWhileTheFormerMayNotGo() {
		Person admin = this.heirs.connected(CONTOSO);
		this.heirs.renewed(admin);
		this.heirs.press(admin);
		Overview stands = this.traveller.await(admin,
				(overview) -> overview.report(Step.SECRET).state() instanceof StepState.Failed);
		assertThat(((StepState.Failed) stands.report(Step.SECRET).state()).explanation().key())
			.isEqualTo("two-secrets");
		assertThat(this.heirs.ours(CONTOSO)).hasSize(2);
		this.heirs.acknowledge(2);
		this.journey.take(admin, Step.SECRET, WayOut.TRY_AGAIN);
		this.traveller.awaitEnd(admin);
		assertThat(this.heirs.offered()).isEqualTo(3);
		this.heirs.acknowledge(3);
		this.heirs.awaitOnly(CONTOSO, 3);
	}

	@Test
	void whatWasNeverProvenIsReplacedByAFurtherRenewal() {
		Person admin = this.heirs.connected(CONTOSO);
		this.microsoft365.settings(Map.of("propagationMillis", 600_000));
		this.heirs.press(admin);
		this.traveller.await(admin, (now) -> now.report(Step.SECRET).state().isDone()
				&& now.report(Step.CHECK).state() instanceof StepState.WaitingForMicrosoft);
		assertThat(this.heirs.offered()).as("what works is offered still").isEqualTo(1);
		this.heirs.press(admin);
		// before there is a third, the second might be proven after all
		Awaitility.await("a third").until(() -> this.heirs.states().size() == 3);
		this.microsoft365.settings(Map.of("propagationMillis", 0));
		this.traveller.awaitEnd(admin);
		assertThat(this.heirs.states()).containsExactly("CURRENT", "REMOVED", "SUPERSEDED");
		this.heirs.acknowledge(3);
		this.heirs.awaitOnly(CONTOSO, 3);
	}

	@Test
	void certificatesAreFollowedByCertificates() {
		String account = "admin@northwind.example";
		Person admin = this.heirs.connected(account);
		this.heirs.renewed(admin);
		assertThat(this.jdbc.sql("select credential_type from credential").query(String.class).list())
			.containsExactly("CERTIFICATE", "CERTIFICATE");
		assertThat(this.microsoft365.journal()).filteredOn((entry) -> entry.call().equals("addPassword")).hasSize(1);
		this.heirs.acknowledge(2);
		this.heirs.awaitOnly(account, 2);
	}

	@Test
	void anAdministratorWithoutExchangeRenewsAlone() {
		String account = "app-admin@fabrikam.example";
		Person boss = this.heirs.connected("global-admin@fabrikam.example");
		assertThat(boss.tenant()).isNotNull();
		Person admin = this.traveller.signIn(account);
		this.heirs.renewed(admin);
		assertThat(this.heirs.offered()).isEqualTo(2);
		this.heirs.acknowledge(2);
		this.heirs.awaitOnly(account, 2);
	}

	static Stream<Fault> faults() {
		Stream<Fault> made = Stream.of(Fault.after("addPassword", "timeout"), Fault.after("addPassword", "500"),
				Fault.after("addPassword", "reset"), Fault.before("addPassword", "503"),
				Fault.before("addPassword", "reset"), Fault.before("token", "503"));
		Stream<Fault> removed = Stream.of(Fault.before("removePassword", "503"), Fault.before("removePassword", "429"),
				Fault.after("removePassword", "timeout"), Fault.after("removePassword", "reset"),
				Fault.before("removePassword", "timeout"), Fault.after("removePassword", "500"));
		return Stream.concat(made, removed);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void aLostAnswerNeitherLosesNorDoublesASecret(Fault fault) {
		Person admin = this.heirs.connected(CONTOSO);
		this.microsoft365.fault(fault);
		this.heirs.press(admin);
		Overview stands = this.traveller.await(admin, (overview) -> ended(overview) || failed(overview));
		if (!ended(stands)) {
			this.journey.take(admin, Step.SECRET, WayOut.TRY_AGAIN);
			this.traveller.awaitEnd(admin);
		}
		long newest = this.heirs.offered();
		assertThat(newest).isGreaterThan(1);
		this.heirs.acknowledge(newest);
		this.heirs.awaitOnly(CONTOSO, newest);
		awaitNoWork();
		assertThat(this.jdbc.sql("select count(*) from step_attempt where state = 'INTENT'").query(Long.class).single())
			.as("nothing is left unknown")
			.isZero();
	}

	private static boolean ended(Overview overview) {
		return overview.onboarding() != null && overview.onboarding().status() == Onboarding.Status.DONE;
	}

	private static boolean failed(Overview overview) {
		return overview.steps().stream().anyMatch((report) -> report.state() instanceof StepState.Failed);
	}

	private void awaitNoWork() {
		Awaitility.await("nothing is under way")
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'retirement'")
				.query(Long.class)
				.single() == 0);
	}

}
