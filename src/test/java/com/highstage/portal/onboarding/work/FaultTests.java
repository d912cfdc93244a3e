package com.highstage.portal.onboarding.work;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

@JourneyTest
class FaultTests {

	private static final List<String> WRITES = List.of("upsertApplication", "upsertServicePrincipal", "addPassword",
			"appRoleAssignedTo");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	static Stream<Fault> faults() {
		Stream<Fault> writes = WRITES.stream()
			.flatMap((call) -> Stream.of(Fault.before(call, "429").retryAfter("1.128"), Fault.before(call, "503"),
					Fault.after(call, "500"), Fault.after(call, "timeout"), Fault.before(call, "reset"),
					Fault.after(call, "reset"), Fault.after(call, "garbage")));
		Stream<Fault> secrets = Stream.of(
				Fault.before("addPassword", "429").retryAfter("Mon, 23 Nov 2020 00:00:00 GMT"),
				Fault.before("addPassword", "429").retryAfter("soon"), Fault.before("addPassword", "429"),
				Fault.before("addPassword", "500"), Fault.after("addPassword", "504"),
				Fault.before("addPassword", "timeout"), Fault.after("addPassword", "empty"));
		Stream<Fault> reads = Stream.of("getApplication", "getServicePrincipal", "appRoleAssignments", "token")
			.flatMap((call) -> Stream.of(Fault.before(call, "503"), Fault.before(call, "reset"),
					Fault.before(call, "garbage")));
		return Stream.of(writes, secrets, reads).flatMap((all) -> all);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void theJourneyGoesOnAndNothingIsLostOrDoubled(Fault fault) throws Exception {
		Person admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.microsoft365.fault(fault);
		this.journey.request(admin, Step.CHECK, Addresses.planned("@contoso.example"));
		Overview stands = this.traveller.await(admin, (overview) -> ended(overview) || failed(overview));
		this.invariants.hold();
		if (!ended(stands)) {
			// what is no transient fault asks the person, who presses once more
			this.journey.take(admin, Step.REGISTER, WayOut.TRY_AGAIN);
			this.traveller.awaitEnd(admin);
		}
		this.invariants.finished("contoso.example");
	}

	private static boolean ended(Overview overview) {
		return overview.onboarding() != null
				&& overview.onboarding().status() == com.highstage.portal.onboarding.Onboarding.Status.DONE;
	}

	private static boolean failed(Overview overview) {
		return overview.steps().stream().anyMatch((report) -> report.state() instanceof StepState.Failed);
	}

}
