package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@JourneyTest
class RemovalFaultTests {

	private static final String CONTOSO = "admin@contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private Removals removals;

	@Autowired
	private JdbcRemovals rows;

	@Autowired
	private Traveller traveller;

	private Demolition demolition;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.demolition = new Demolition(this.microsoft365, this.traveller, this.journey, this.removals);
	}

	static Stream<Fault> faults() {
		return Stream
			.of("Remove-MailboxPermission", "Remove-ServicePrincipal", "removeAppRoleAssignedTo", "deleteApplication")
			.flatMap((call) -> Stream.of(Fault.before(call, "503"), Fault.after(call, "timeout"),
					Fault.before(call, "reset"), Fault.after(call, "500")));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void aLostAnswerNeitherStopsNorDoublesIt(Fault fault) {
		Person admin = this.demolition.connected(CONTOSO);
		int before = this.microsoft365.journal().size();
		this.microsoft365.fault(fault);
		this.removals.start(admin, "Contoso");
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("contoso.example");
		assertThat(this.demolition.changesSince(before).stream().filter("deleteApplication"::equals)).hasSize(1);
	}

	@Test
	void whatWasUnderWayIsAwaitedFirst() {
		Person admin = this.demolition.connected(CONTOSO);
		OffsetDateTime begun = OffsetDateTime.now(ZoneOffset.UTC);
		this.jdbc
			.sql("update step_attempt set state = 'INTENT', ended_at = null, started_at = :now where call = 'GRANT'")
			.param("now", begun)
			.update();
		int before = this.microsoft365.journal().size();
		this.removals.start(admin, "Contoso");
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(this.microsoft365.journal().get(before).at()).isAfter(begun.plusSeconds(3).toInstant());
		assertThat(this.jdbc.sql("select count(*) from step_attempt where state = 'INTENT'").query(Long.class).single())
			.isZero();
	}

	@Test
	void whoeverLosesTheLeaseIsRefusedAndTheOtherGoesOn() {
		Person admin = this.demolition.connected(CONTOSO);
		this.microsoft365.settings(Map.of("latencyMillis", 150));
		this.removals.start(admin, "Contoso");
		this.demolition.await(admin, (standing) -> standing.parts().getFirst().state() != PartState.NOT_STARTED);
		Removal removal = this.removals.latest(admin.tenant()).orElseThrow().removal();
		long epoch = this.jdbc.sql("select epoch from removal").query(Long.class).single();
		this.jdbc.sql("update removal set epoch = epoch + 1, lease_until = null").update();
		RemovalLease lost = new RemovalLease(this.rows, removal.id(), epoch, Duration.ofSeconds(5), Clock.systemUTC());
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(lost::hold);
		this.removals.goOn(admin);
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("contoso.example");
	}

	@Test
	void aKilledProcessIsTakenOverWhenItsLeaseEnds() {
		Person admin = this.demolition.connected(CONTOSO);
		this.microsoft365.fault(Fault.before("deleteApplication", "503").retryAfter("3600"));
		this.removals.start(admin, "Contoso");
		this.demolition.await(admin, (standing) -> standing.parts().get(3).state() == PartState.WAITING_FOR_MICROSOFT);
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'removal'").update();
		this.jdbc.sql("update removal set epoch = epoch + 1, lease_until = :soon")
			.param("soon", OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(2))
			.update();
		this.removals.goOn(admin);
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("contoso.example");
	}

	@Test
	void whoseSignInEndedIsAskedToSignInAgain() {
		Person admin = this.demolition.connected(CONTOSO);
		this.jdbc.sql("update delegated_access set token = null where resource = 'GRAPH_APPLICATIONS'").update();
		this.removals.start(admin, "Contoso");
		this.demolition.await(admin, (standing) -> standing.parts().get(2).state() == PartState.WAITING_FOR_PERSON);
		Person again = this.traveller.signIn(CONTOSO);
		this.removals.goOn(again);
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("contoso.example");
	}

}
