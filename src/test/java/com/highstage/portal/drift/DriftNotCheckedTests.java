package com.highstage.portal.drift;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.account.Person;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.verification.Trouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What could not be looked up neither breaks nor mends anything.
 */
@DriftTest
class DriftNotCheckedTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Finished finished;

	private Person admin;

	private Meddler meddler;

	@BeforeEach
	void connect() {
		this.admin = this.finished.connect();
		this.meddler = new Meddler(this.microsoft365);
	}

	@ParameterizedTest
	@CsvSource({ "Get-ServicePrincipal,500", "Get-Mailbox,timeout", "Get-MailboxPermission,500",
			"Get-CASMailbox,garbage" })
	void whatExchangeDoesNotAnswer(String call, String fault) {
		this.meddler.close(Finished.SUPPORT);
		this.meddler.imap(Finished.SUPPORT, false);
		this.microsoft365.fault(Fault.before(call, fault));
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactlyInAnyOrder(Kind.ACCESS_GONE, Kind.PROTOCOL_OFF);
		this.meddler.open(Finished.SUPPORT);
		this.meddler.imap(Finished.SUPPORT, true);
		this.microsoft365.fault(Fault.before(call, fault));
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactlyInAnyOrder(Kind.ACCESS_GONE, Kind.PROTOCOL_OFF);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
	}

	static Stream<Arguments> directory() {
		Consumer<Meddler> removes = Meddler::removeSecret;
		Consumer<Meddler> withdraws = Meddler::withdrawConsent;
		Consumer<Meddler> disables = (meddler) -> meddler.enable(false);
		return Stream.of(Arguments.of("/v1.0/applications", 1, removes, Kind.SECRET_REMOVED),
				Arguments.of("/appRoleAssignments", 1, withdraws, Kind.CONSENT_WITHDRAWN),
				Arguments.of("/v1.0/servicePrincipals", 3, disables, Kind.APPLICATION_DISABLED));
	}

	@ParameterizedTest
	@MethodSource("directory")
	void whatTheDirectoryDoesNotAnswer(String call, int times, Consumer<Meddler> change, Kind kind) {
		change.accept(this.meddler);
		fail(call, times);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(kind);
		fail(call, times);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(kind);
	}

	@Test
	void whatComesTooLateForThePage() {
		this.meddler.removeSecret();
		this.meddler.withdrawConsent();
		// later than the page waits, and sooner than the call is given up
		this.microsoft365.settings(Map.of("latencyMillis", 5500));
		this.finished.visit(this.admin);
		this.microsoft365.settings(Map.of("latencyMillis", 0));
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactlyInAnyOrder(Kind.SECRET_REMOVED,
				Kind.CONSENT_WITHDRAWN);
	}

	@Test
	void whereExchangeWasNotAskedNothingIsMendedThere() {
		this.meddler.close(Finished.SUPPORT);
		this.finished.visit(this.admin);
		this.meddler.open(Finished.SUPPORT);
		this.finished.forgetExchangeToken();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.ACCESS_GONE);
	}

	private void fail(String url, int times) {
		IntStream.rangeClosed(1, times)
			.forEach((number) -> this.microsoft365.fault(Fault.before(url, "500").nth(number)));
	}

}
