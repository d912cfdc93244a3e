package com.highstage.portal.verification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Embedded;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.simulator.MailApplication;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fifteen failures that real administrators meet most, each caused at the simulator
 * by real means and told by its own cause.
 */
class FifteenFailuresTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final MailPermission SMTP = MailPermission.SMTP;

	private static final Duration PATIENCE = Duration.ofHours(2);

	private static ConnectedMicrosoft microsoft;

	private ConnectedContoso contoso;

	@BeforeAll
	static void connect() {
		microsoft = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		microsoft.close();
	}

	@BeforeEach
	void makeAnApplicationByHand() {
		microsoft.calm();
		this.contoso = contoso(PATIENCE, IMAP, POP, SMTP);
		this.contoso.choose("sales");
	}

	@AfterEach
	void close() {
		this.contoso.close();
	}

	@Test
	void withoutAFailureEverythingOpens() {
		registerAndOpen("sales");
		assertThat(this.contoso.prove(IMAP, POP, SMTP).passed()).isEqualTo(3);
	}

	@Test
	void failure1AWrongObjectIdInExchange() {
		this.contoso.application().register(this.contoso.application().objectId());
		this.contoso.application().open("sales@contoso.example");
		fails(Cause.WRONG_OBJECT_ID, Remedy.REGISTER_AGAIN, IMAP, POP, SMTP);
	}

	@Test
	void failure2NeverRegisteredInExchange() {
		fails(Cause.NOT_REGISTERED_IN_EXCHANGE, Remedy.REGISTER_AGAIN, IMAP, POP, SMTP);
	}

	@Test
	void failure2CreatedAgainSinceItWasRegistered() {
		MailApplication former = MailApplication.in(microsoft.microsoft365());
		former.register(former.principalId());
		fails(Cause.OTHER_APPLICATION_REGISTERED, Remedy.REGISTER_AGAIN, IMAP, POP, SMTP);
	}

	@Test
	void failure3FullAccessMissingOnThatMailbox() {
		register();
		fails(Cause.MAILBOX_NOT_OPENED, Remedy.OPEN_AGAIN, IMAP, POP);
	}

	@Test
	void failure3SendAsMissingOnThatMailbox() {
		register();
		this.contoso.cmdlet("Add-MailboxPermission", Map.of("Identity", "sales@contoso.example", "User",
				this.contoso.application().principalId(), "AccessRights", List.of("FullAccess")));
		this.contoso.look(IMAP, SMTP);
		this.contoso.prove(IMAP, SMTP);
		assertThat(this.contoso.result("sales", IMAP)).isInstanceOf(CheckResult.Passed.class);
		failed("sales", SMTP, Cause.MAY_NOT_SEND, Remedy.OPEN_AGAIN);
	}

	@Test
	void failure4ImapOffForTheMailbox() {
		this.contoso.choose("archive");
		registerAndOpen("archive");
		this.contoso.look(IMAP, POP);
		this.contoso.prove(IMAP, POP);
		failed("archive", IMAP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
		assertThat(this.contoso.result("archive", POP)).isInstanceOf(CheckResult.Passed.class);
	}

	@Test
	void failure4PopOffForTheMailbox() {
		registerAndOpen("sales");
		this.contoso.cmdlet("Set-CASMailbox", Map.of("Identity", "sales@contoso.example", "PopEnabled", false));
		this.contoso.look(IMAP, POP);
		this.contoso.prove(IMAP, POP);
		assertThat(this.contoso.result("sales", IMAP)).isInstanceOf(CheckResult.Passed.class);
		failed("sales", POP, Cause.PROTOCOL_OFF, Remedy.SWITCH_ON);
	}

	@Test
	void failure4SmtpOffForTheMailbox() {
		registerAndOpen("sales");
		this.contoso.cmdlet("Set-CASMailbox",
				Map.of("Identity", "sales@contoso.example", "SmtpClientAuthenticationDisabled", true));
		fails(Cause.SMTP_OFF, Remedy.SWITCH_ON, SMTP);
	}

	@Test
	void failure5NotSpreadYet() {
		microsoft.microsoft365().settings(Map.of("propagationMillis", 600_000));
		registerAndOpen("sales");
		this.contoso.look(IMAP, POP);
		MailboxProof.Standing standing = this.contoso.prove(IMAP, POP);
		assertThat(standing.waiting()).isEqualTo(2);
		assertThat(standing.failed()).isZero();
		assertThat(this.contoso.result("sales", IMAP)).isInstanceOfSatisfying(CheckResult.Waiting.class,
				(waiting) -> assertThat(waiting.explanation()).extracting(Explanation::key)
					.isEqualTo(Cause.LOGIN_REFUSED.key()));
		microsoft.microsoft365().settings(Map.of("propagationMillis", 0));
		this.contoso.again();
		assertThat(this.contoso.prove(IMAP, POP).passed()).isEqualTo(2);
	}

	@Test
	void failure5NotSpreadAfterTwoHours() {
		this.contoso.close();
		this.contoso = contoso(Duration.ZERO, IMAP);
		this.contoso.choose("sales");
		microsoft.microsoft365().settings(Map.of("propagationMillis", 600_000));
		registerAndOpen("sales");
		fails(Cause.LOGIN_REFUSED, Remedy.TRY_AGAIN, IMAP);
	}

	@Test
	void failure6ConsentMissing() {
		this.contoso.close();
		this.contoso = contoso(PATIENCE);
		this.contoso.choose("sales");
		assertThat(this.contoso.token(IMAP)).isInstanceOf(TokenResult.RolesMissing.class);
		fails(Cause.CONSENT_MISSING, Remedy.CONSENT, IMAP);
	}

	@Test
	void failure14AnAliasInsteadOfThePrimaryAddress() {
		this.contoso.choose("shop");
		registerAndOpen("shop");
		assertThat(this.contoso.prove(IMAP).waiting()).isEqualTo(1);
		this.contoso.look(IMAP);
		this.contoso.again();
		assertThat(this.contoso.prove(IMAP).passed()).isEqualTo(1);
		assertThat(this.contoso.result("orders", IMAP)).isInstanceOf(CheckResult.Passed.class);
		assertThat(this.contoso.chosen("orders").typed()).isEqualTo(ConnectedContoso.address("shop"));
	}

	@Test
	void failure14AnAddressThatDoesNotExist() {
		this.contoso.choose("nobody");
		register();
		this.contoso.look(IMAP, POP);
		this.contoso.prove(IMAP, POP);
		failed("nobody", IMAP, Cause.MAILBOX_UNKNOWN, Remedy.TRY_AGAIN);
		failed("nobody", POP, Cause.MAILBOX_UNKNOWN, Remedy.TRY_AGAIN);
	}

	@Test
	void failure15AnOutageOfTheMailServers() {
		registerAndOpen("sales");
		microsoft.microsoft365().fault(new Fault("IMAP AUTHENTICATE", 0, "before", "reset", null));
		microsoft.microsoft365().fault(new Fault("POP AUTH", 0, "before", "503", null));
		MailboxProof.Standing standing = this.contoso.prove(IMAP, POP);
		assertThat(standing).isEqualTo(new MailboxProof.Standing(0, 0, 2, Set.of(), standing.nextLook()));
		assertThat(this.contoso.result("sales", IMAP)).isInstanceOfSatisfying(CheckResult.NotChecked.class,
				(result) -> assertThat(result.explanation().key()).isEqualTo(Cause.MAIL_SERVER_NOT_REACHABLE.key()));
		assertThat(this.contoso.result("sales", POP)).isInstanceOfSatisfying(CheckResult.NotChecked.class,
				(result) -> assertThat(result.explanation().key()).isEqualTo(Cause.MICROSOFT_BUSY.key()));
	}

	private static ConnectedContoso contoso(Duration patience, MailPermission... consented) {
		return new ConnectedContoso(microsoft, Embedded.newDatabase(), patience, consented);
	}

	private void register() {
		this.contoso.application().register(this.contoso.application().principalId());
	}

	private void registerAndOpen(String name) {
		register();
		this.contoso.application().open(name + "@contoso.example");
	}

	private void fails(Cause cause, Remedy best, MailPermission... protocols) {
		this.contoso.look(protocols);
		this.contoso.prove(protocols);
		for (MailPermission protocol : protocols) {
			failed("sales", protocol, cause, best);
		}
	}

	private void failed(String mailbox, MailPermission protocol, Cause cause, Remedy best) {
		assertThat(this.contoso.result(mailbox, protocol)).as(protocol.name())
			.isInstanceOfSatisfying(CheckResult.Failed.class, (failed) -> {
				assertThat(failed.explanation().key()).isEqualTo(cause.key());
				assertThat(failed.remedies()).first().isEqualTo(best);
			});
	}

}
