package com.highstage.portal.drift;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.account.Person;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.verification.Trouble.Kind;

import static com.highstage.portal.drift.Finished.SUPPORT;
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
		this.meddler.close(SUPPORT);
		this.meddler.imap(SUPPORT, false);
		fail(call, fault);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactlyInAnyOrder(Kind.ACCESS_GONE, Kind.PROTOCOL_OFF);
		this.meddler.open(SUPPORT);
		this.meddler.imap(SUPPORT, true);
		fail(call, fault);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactlyInAnyOrder(Kind.ACCESS_GONE, Kind.PROTOCOL_OFF);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
	}

	@Test
	void whatTheDirectoryDoesNotAnswer() {
		this.meddler.enable(false);
		failDirectory();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.APPLICATION_DISABLED);
		this.meddler.enable(true);
		failDirectory();
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).containsExactly(Kind.APPLICATION_DISABLED);
		this.finished.visit(this.admin);
		assertThat(this.finished.troubles(this.admin)).isEmpty();
	}

	private void failDirectory() {
		fail("GET /servicePrincipals", "500");
		fail("GET /applications", "500");
	}

	private void fail(String call, String fault) {
		List.of(1, 2, 3, 4).forEach((number) -> this.microsoft365.fault(Fault.before(call, fault).nth(number)));
	}

}
