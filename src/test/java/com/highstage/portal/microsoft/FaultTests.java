package com.highstage.portal.microsoft;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.highstage.portal.account.DirectoryRoles;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.ObjectId;

/**
 * Every kind of fault on every call to Graph: the right kind of failure, and never a
 * second call.
 */
class FaultTests {

	private static ConnectedMicrosoft connected;

	private static Delegation admin;

	private static Application application;

	private static ServicePrincipal principal;

	private static ExchangeOnline exchange;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
		admin = connected.signIn("admin@contoso.example", "contoso.example");
		application = applications(connected).createIfMissing(admin, newApplication("highstage-mail-1"));
		principal = principals(connected).createIfMissing(admin, application.clientId());
		exchange = principals(connected).exchangeOnline(admin).orElseThrow();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void everythingWorks() {
		Assertions.assertThat(connected.bean(DirectoryRoles.class).lookUp(admin.signIn())).isNotEmpty();
	}

	static Stream<Arguments> calls() {
		return Stream.of(reading("organization", (portal) -> portal.bean(Organisations.class).find(admin)),
				reading("transitiveMemberOf", (portal) -> portal.bean(DirectoryRoles.class).lookUp(admin.signIn())),
				reading("getApplication", (portal) -> applications(portal).findByUniqueName(admin, "highstage-mail-1")),
				reading("getServicePrincipal", (portal) -> principals(portal).find(admin, application.clientId())),
				reading("appRoleAssignments", (portal) -> principals(portal).grants(admin, principal.id())),
				repeatable("upsertApplication",
						(portal) -> applications(portal).createIfMissing(admin, newApplication("highstage-mail-2"))),
				repeatable("updateApplication",
						(portal) -> applications(portal).rename(admin, application.id(), "Mail")),
				repeatable("upsertServicePrincipal",
						(portal) -> principals(portal).createIfMissing(admin, application.clientId())),
				repeatable("appRoleAssignedTo",
						(portal) -> principals(portal).grant(admin, principal.id(), exchange.id(),
								MailPermission.POP.wellKnownId())),
				repeatable("removePassword",
						(portal) -> applications(portal).removePassword(admin, application.id(), UUID.randomUUID())),
				once("addPassword", (portal) -> addPassword(portal, application.id())));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("matrix")
	void eachFaultOnEachCallIsWhatItIsAndIsNotRepeated(String call, Fault fault, Consumer<ConnectedMicrosoft> action,
			Kind expected) {
		long before = asked(call);
		connected.microsoft365().fault(fault);
		Failure failure = Assertions.catchThrowableOfType(MicrosoftException.class, () -> action.accept(connected))
			.failure();
		Assertions.assertThat(failure.kind()).isEqualTo(expected);
		Assertions.assertThat(failure.reference()).isNotBlank();
		Assertions.assertThat(asked(call) - before).isEqualTo(1);
	}

	static Stream<Arguments> matrix() {
		return calls().flatMap((call) -> {
			String name = (String) call.get()[0];
			Kind without = (Kind) call.get()[2];
			Kind broken = (Kind) call.get()[3];
			return Stream.of(fault(call, Fault.before(name, "429"), Kind.RETRY_LATER),
					fault(call, Fault.before(name, "500"), broken), fault(call, Fault.after(name, "502"), broken),
					fault(call, Fault.before(name, "503").retryAfter("0"), broken),
					fault(call, Fault.after(name, "504"), broken), fault(call, Fault.before(name, "reset"), without),
					fault(call, Fault.after(name, "reset"), without),
					fault(call, Fault.after(name, "garbage"), without));
		});
	}

	@ParameterizedTest
	@CsvSource({ "organization, RETRY_LATER", "updateApplication, UNKNOWN", "addPassword, UNKNOWN" })
	void aCallWithoutAnswerEndsInTime(String name, Kind expected) {
		Arguments call = calls().filter((one) -> one.get()[0].equals(name)).findFirst().orElseThrow();
		connected.microsoft365().fault(Fault.after(name, "timeout"));
		try (ConnectedMicrosoft impatient = connected.impatient()) {
			Instant start = Instant.now();
			Failure failure = failure(call, impatient);
			Assertions.assertThat(failure.kind()).isEqualTo(expected);
			Assertions.assertThat(failure.code()).isEqualTo("Timeout");
			Assertions.assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
		}
	}

	@ParameterizedTest
	@CsvSource({ "organization, RETRY_LATER", "getApplication, RETRY_LATER", "upsertApplication, UNKNOWN",
			"removePassword, UNKNOWN", "addPassword, UNKNOWN" })
	void anEmptyAnswerIsNoAnswer(String name, Kind expected) {
		Arguments call = calls().filter((one) -> one.get()[0].equals(name)).findFirst().orElseThrow();
		connected.microsoft365().fault(Fault.after(name, "empty"));
		Assertions.assertThat(failure(call, connected).kind()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2.128 | 2128", "7 | 7000", "soon |", "|" })
	void microsoftsWishToWaitIsPassedOn(String header, Long millis) {
		Fault fault = Fault.before("organization", "429");
		connected.microsoft365().fault((header != null) ? fault.retryAfter(header) : fault);
		Failure failure = Assertions
			.catchThrowableOfType(MicrosoftException.class, () -> connected.bean(Organisations.class).find(admin))
			.failure();
		Assertions.assertThat(failure.retryAfter()).isEqualTo((millis != null) ? Duration.ofMillis(millis) : null);
	}

	@SuppressWarnings("unchecked") // the second argument of each call is its action
	private static Failure failure(Arguments call, ConnectedMicrosoft portal) {
		Consumer<ConnectedMicrosoft> action = (Consumer<ConnectedMicrosoft>) call.get()[1];
		return Assertions.catchThrowableOfType(MicrosoftException.class, () -> action.accept(portal)).failure();
	}

	private static Arguments fault(Arguments call, Fault fault, Kind expected) {
		return Arguments.of(call.get()[0], fault, call.get()[1], expected);
	}

	private static Arguments reading(String name, Consumer<ConnectedMicrosoft> action) {
		return Arguments.of(name, action, Kind.RETRY_LATER, Kind.RETRY_LATER);
	}

	private static Arguments repeatable(String name, Consumer<ConnectedMicrosoft> action) {
		return Arguments.of(name, action, Kind.UNKNOWN, Kind.RETRY_LATER);
	}

	private static Arguments once(String name, Consumer<ConnectedMicrosoft> action) {
		return Arguments.of(name, action, Kind.UNKNOWN, Kind.UNKNOWN);
	}

	private static NewPassword addPassword(ConnectedMicrosoft portal, ObjectId id) {
		return applications(portal).addPassword(admin, id, "hs", Instant.now().plus(90, ChronoUnit.DAYS));
	}

	private static long asked(String name) {
		return connected.microsoft365().journal().stream().filter((call) -> call.call().equals(name)).count();
	}

	private static Applications applications(ConnectedMicrosoft portal) {
		return portal.bean(Applications.class);
	}

	private static ServicePrincipals principals(ConnectedMicrosoft portal) {
		return portal.bean(ServicePrincipals.class);
	}

	private static NewApplication newApplication(String uniqueName) {
		return new NewApplication(uniqueName, "Highstage Mail", Set.of(), Set.of());
	}

}
