package com.highstage.portal.microsoft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.microsoft.mail.MailLogin.NotAnswered;
import com.highstage.portal.microsoft.mail.MailLogin.NotOpened;
import com.highstage.portal.microsoft.mail.MailLogin.Opened;
import com.highstage.portal.microsoft.mail.MailLogin.Refused;
import com.highstage.portal.microsoft.mail.MailLogin.SwitchedOff;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.vault.Credential.ClientSecret;

class MailLoginsTests {

	private static final MailboxAddress SUPPORT = new MailboxAddress("support@contoso.example");

	private static final MailboxAddress SALES = new MailboxAddress("sales@contoso.example");

	private static final MailboxAddress ARCHIVE = new MailboxAddress("archive@contoso.example");

	private static ConnectedMicrosoft connected;

	private Delegation admin;

	private Application application;

	private ObjectId principal;

	private AppToken token;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void connectTwoMailboxes() {
		connected.calm();
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
		this.application = connected.bean(Applications.class)
			.createIfMissing(this.admin, new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()));
		ServicePrincipals principals = connected.bean(ServicePrincipals.class);
		this.principal = principals.createIfMissing(this.admin, this.application.clientId()).id();
		ExchangeOnline exchange = principals.exchangeOnline(this.admin).orElseThrow();
		exchange.roles().values().forEach((role) -> principals.grant(this.admin, this.principal, exchange.id(), role));
		this.token = token();
		register(this.principal);
		for (MailboxAddress mailbox : Set.of(SUPPORT, ARCHIVE)) {
			for (Right right : Right.values()) {
				connected.bean(Mailboxes.class).grant(this.admin, mailbox, this.principal, right);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aMailboxThatIsConnectedOpens(MailPermission protocol) {
		Assertions.assertThat(attempt(protocol, SUPPORT)).isEqualTo(new Opened());
	}

	@Test
	void aMailboxThatWasNotOpenedIsToldByImapOnly() {
		Assertions.assertThat(attempt(MailPermission.IMAP, SALES))
			.isEqualTo(new NotOpened("User is authenticated but not connected."));
		Assertions.assertThat(attempt(MailPermission.POP, SALES))
			.isEqualTo(new Refused("Authentication failure: unknown user name or bad password."));
		Assertions.assertThat(attempt(MailPermission.SMTP, SALES)).isInstanceOf(Refused.class);
	}

	@Test
	void aProtocolThatIsOffKeepsTheMailboxClosed() {
		Assertions.assertThat(attempt(MailPermission.IMAP, ARCHIVE)).isInstanceOf(NotOpened.class);
		Assertions.assertThat(attempt(MailPermission.POP, ARCHIVE)).isEqualTo(new Opened());
	}

	@Test
	void smtpThatIsOffSaysSo() {
		connected.microsoft365()
			.powershell("contoso.example", "Set-CASMailbox",
					Map.of("Identity", SUPPORT.value(), "SmtpClientAuthenticationDisabled", true));
		Assertions.assertThat(attempt(MailPermission.SMTP, SUPPORT))
			.isInstanceOfSatisfying(SwitchedOff.class, (off) -> Assertions.assertThat(off.reply()).contains("5.7.139"));
	}

	@ParameterizedTest
	@EnumSource
	void aWrongObjectIdIsRefused(MailPermission protocol) {
		connected.bean(ExchangeRegistrations.class).remove(this.admin, this.principal);
		register(new ObjectId(UUID.randomUUID()));
		Assertions.assertThat(attempt(protocol, SUPPORT)).isInstanceOf(Refused.class);
	}

	@ParameterizedTest
	@CsvSource({ "nobody@contoso.example", "orders-alias@contoso.example", "service@fabrikam.example" })
	void anotherAddressIsRefused(String address) {
		for (MailPermission protocol : EnumSet.allOf(MailPermission.class)) {
			Assertions.assertThat(attempt(protocol, new MailboxAddress(address))).isInstanceOf(Refused.class);
		}
	}

	@ParameterizedTest
	@CsvSource({ "429", "503", "reset", "empty", "garbage" })
	void aServerWithTroubleProvesNothing(String kind) {
		for (String call : List.of("IMAP AUTHENTICATE", "POP AUTH", "SMTP AUTH")) {
			connected.microsoft365().fault(Fault.before(call, kind));
			MailLogin outcome = attempt(MailPermission.valueOf(call.split(" ")[0]), SUPPORT);
			Assertions.assertThat(outcome).as(call).isInstanceOfSatisfying(NotAnswered.class, (none) -> {
				Assertions.assertThat(none.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER);
				Assertions.assertThat(Explanations.of(none.failure()).key())
					.isIn(Cause.MAIL_SERVER_NOT_REACHABLE.key(), Cause.MICROSOFT_BUSY.key(),
							Cause.STRANGE_ANSWER.key());
			});
		}
	}

	@Test
	void nothingIsReadAndNothingChanged() {
		for (MailPermission protocol : MailPermission.values()) {
			attempt(protocol, SUPPORT);
		}
		Assertions.assertThat(connected.microsoft365().journal())
			.filteredOn((call) -> call.url().matches("(imaps|pop3s|smtp)://.*"))
			.hasSizeGreaterThanOrEqualTo(5)
			.noneMatch(Journal.Entry::effect)
			.extracting((call) -> call.method() + " " + call.call())
			.noneMatch((call) -> call.matches(".*(FETCH|RETR|TOP|MAIL|SELECT|STORE|DELE).*"));
	}

	private MailLogin attempt(MailPermission protocol, MailboxAddress mailbox) {
		return connected.bean(MailLogins.class).attempt(protocol, mailbox, this.token);
	}

	private AppToken token() {
		NewPassword made = connected.bean(Applications.class)
			.addPassword(this.admin, this.application.id(), "hs", Instant.now().plus(90, ChronoUnit.DAYS));
		return connected.bean(AppTokens.class)
			.request(this.admin.tenant(), this.application.clientId(), new ClientSecret(made.value()));
	}

	private void register(ObjectId objectId) {
		connected.bean(ExchangeRegistrations.class)
			.add(this.admin, this.application.clientId(), objectId, "Highstage Mail");
	}

}
