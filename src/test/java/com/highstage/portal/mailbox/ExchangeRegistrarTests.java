package com.highstage.portal.mailbox;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Attempt;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The application is made known to the simulator's Exchange, through the real adapter.
 */
@OnBothDatabases
class ExchangeRegistrarTests {

	private static ConnectedMicrosoft connected;

	private final Fabrikam fabrikam;

	ExchangeRegistrarTests(Database database) {
		this.fabrikam = new Fabrikam(database, connected);
	}

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void startAfresh() {
		connected.calm();
	}

	@Test
	void theEnterpriseApplicationsObjectIdIsRegisteredOnce() {
		assertThat(this.fabrikam.access().known(this.fabrikam.connection())).isEqualTo(ExchangeFacts.UNKNOWN);
		ExchangeFacts facts = register(false);
		assertThat(facts.state()).isEqualTo(State.REGISTERED);
		assertThat(facts.found()).isEqualTo(TestConnections.PRINCIPAL);
		assertThat(register(false).state()).isEqualTo(State.REGISTERED);
		assertThat(registered()).isEqualTo(TestConnections.PRINCIPAL + " Highstage Mail");
		assertThat(this.fabrikam.calls("New-ServicePrincipal")).isEqualTo(1);
		assertThat(this.fabrikam.access().known(this.fabrikam.connection()).state()).isEqualTo(State.REGISTERED);
	}

	@Test
	void aWrongRegistrationIsLeftAloneUntilSomebodyWantsItRepaired() {
		byHand(TestConnections.CLIENT, TestConnections.REGISTRATION, "By hand");
		ExchangeFacts wrong = register(false);
		assertThat(wrong.state()).isEqualTo(State.WRONG_OBJECT_ID);
		assertThat(wrong.found()).isEqualTo(TestConnections.REGISTRATION);
		assertThat(this.fabrikam.effects()).isZero();
		assertThat(this.fabrikam.access().known(this.fabrikam.connection()).state()).isEqualTo(State.WRONG_OBJECT_ID);
		assertThat(register(true).state()).isEqualTo(State.REGISTERED);
		assertThat(registered()).isEqualTo(TestConnections.PRINCIPAL + " Highstage Mail");
		assertThat(this.fabrikam.attempts().latest(this.fabrikam.connection().id(), Call.REMOVE_FROM_EXCHANGE))
			.isPresent();
	}

	@Test
	void anotherApplicationOfTheSameNameIsNamed() {
		ClientId former = new ClientId(UUID.randomUUID());
		byHand(former, new ObjectId(UUID.randomUUID()), "highstage mail");
		ExchangeFacts facts = register(false);
		assertThat(facts.state()).isEqualTo(State.REGISTERED);
		assertThat(facts.other()).isEqualTo(former);
		assertThat(this.fabrikam.access().known(this.fabrikam.connection()).other()).isEqualTo(former);
	}

	@Test
	void anUnknownOutcomeIsReadAndNotRepeated() {
		connected.microsoft365().fault(Fault.after("New-ServicePrincipal", "reset"));
		assertThat(register(false).state()).isEqualTo(State.REGISTERED);
		assertThat(this.fabrikam.calls("New-ServicePrincipal")).isEqualTo(1);
		assertThat(this.fabrikam.attempts().unknown(this.fabrikam.connection().id())).isEmpty();
	}

	@Test
	void anUnknownOutcomeThatIsNotToBeSeenStaysUnknown() {
		connected.microsoft365().fault(Fault.before("New-ServicePrincipal", "reset"));
		assertThatExceptionOfType(MicrosoftException.class).isThrownBy(() -> register(false));
		assertThat(this.fabrikam.attempts().unknown(this.fabrikam.connection().id())).singleElement()
			.extracting(Attempt::call)
			.isEqualTo(Call.REGISTER_IN_EXCHANGE);
		assertThat(register(false).state()).isEqualTo(State.REGISTERED);
		register(false);
		assertThat(this.fabrikam.attempts().unknown(this.fabrikam.connection().id())).isEmpty();
	}

	@Test
	void aRepairThatWasInterruptedIsFinished() {
		byHand(TestConnections.CLIENT, TestConnections.REGISTRATION, "By hand");
		connected.microsoft365().fault(Fault.before("New-ServicePrincipal", "503"));
		assertThatExceptionOfType(MicrosoftException.class).isThrownBy(() -> register(true));
		assertThat(register(false).state()).isEqualTo(State.REGISTERED);
		assertThat(registered()).startsWith(TestConnections.PRINCIPAL.toString());
	}

	@Test
	void withoutTheRoleNothingIsRecorded() {
		assertThatExceptionOfType(MicrosoftException.class).isThrownBy(() -> this.fabrikam.access()
			.register(this.fabrikam.work("app-admin"), this.fabrikam.connection(), "Highstage Mail", false));
		assertThat(this.fabrikam.access().known(this.fabrikam.connection())).isEqualTo(ExchangeFacts.UNKNOWN);
	}

	private ExchangeFacts register(boolean repair) {
		return this.fabrikam.access()
			.register(this.fabrikam.work("exchange-admin"), this.fabrikam.connection(), "Highstage Mail", repair);
	}

	private void byHand(ClientId client, ObjectId principal, String name) {
		this.fabrikam.byHand("New-ServicePrincipal",
				Map.of("AppId", client.toString(), "ObjectId", principal.toString(), "DisplayName", name));
	}

	private String registered() {
		return connected.microsoft365()
			.organisation(Fabrikam.DOMAIN)
			.at("/exchange/servicePrincipals")
			.valueStream()
			.map((one) -> one.path("objectId").asString() + " " + one.path("displayName").asString())
			.reduce("", (all, one) -> all + one);
	}

}
