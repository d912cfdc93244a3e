package com.highstage.portal.invitation.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.ColleagueMails;
import com.highstage.portal.invitation.ColleagueMails.Reason;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Plea;
import com.highstage.portal.invitation.SendForm;
import com.highstage.portal.invitation.SendResult;
import com.highstage.portal.invitation.TestInvitation;
import com.highstage.portal.notification.Message;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class QueuedColleagueMailsTests {

	private static final Plea PLEA = new Plea(LinkKind.MAILBOXES, URI.create("https://portal.example/link/secret"),
			Instant.parse("2026-12-09T10:00:00Z"), Language.GERMAN, "onboarding-1");

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Person person = TestInvitation.person(this.tenant);

	private final SteppingClock clock = new SteppingClock();

	private final MailsOnPaper outbox = new MailsOnPaper();

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	private final Database database;

	private final ColleagueMails mails;

	QueuedColleagueMailsTests(Database database) {
		this.database = database;
		this.mails = new QueuedColleagueMails(this.outbox,
				new JdbcMailAllowance(database.jdbc(), new InvitationProperties(20, Duration.ofDays(14)), this.clock),
				TestAudit.trail(database, this.clock));
	}

	@Test
	void theMailSaysWhoAsksForWhat() {
		SendResult sent = send(this.person, new SendForm(" exchange@fabrikam.example ", " Thanks! "));
		Message mail = this.outbox.queued().getFirst();
		assertThat(sent.delivery()).isNotNull();
		assertThat(sent.mail()).isNull();
		assertThat(mail.to()).hasToString("exchange@fabrikam.example");
		assertThat(mail.about()).isEqualTo("onboarding-1");
		assertThat(mail.letter().language()).isEqualTo(Language.GERMAN);
		assertThat(mail.letter().values()).containsEntry("askedBy", "Adele Vance")
			.containsEntry("organisation", "Fabrikam")
			.containsEntry("kind", LinkKind.MAILBOXES)
			.containsEntry("note", "Thanks!");
		assertThat(actions()).containsExactly("colleague-mail.asked");
	}

	@Test
	void theLinkIsNotWrittenDown() {
		SendResult sent = send(this.person, new SendForm("exchange@fabrikam.example", null));
		assertThat(this.database.jdbc().sql("select * from audit_entry").query().listOfRows().toString())
			.contains("exchange@fabrikam.example")
			.doesNotContain("/link/");
		assertThat(PLEA + sent.toString()).doesNotContain("/link/");
	}

	@Test
	void aPersonHasTwentyMailsAnHour() {
		for (int i = 0; i < 20; i++) {
			assertThat(send(this.person, form()).delivery()).isNotNull();
		}
		SendResult tooMany = send(this.person, form());
		assertThat(tooMany.delivery()).isNull();
		assertThat(tooMany.reason()).isEqualTo(Reason.TOO_MANY);
		assertThat(tooMany.mail()).isNotNull();
		assertThat(this.outbox.queued()).hasSize(20);
		assertThat(actions()).endsWith("colleague-mail.asked", "colleague-mail.refused");
		assertThat(send(TestInvitation.person(this.tenant), form()).delivery()).as("somebody else").isNotNull();
		this.clock.advance(Duration.ofHours(1).plusSeconds(1));
		assertThat(send(this.person, form()).delivery()).isNotNull();
	}

	@Test
	void withoutAServerThereIsATextToCopy() {
		this.outbox.withoutServer();
		SendResult toCopy = send(this.person, form());
		assertThat(toCopy.reason()).isEqualTo(Reason.NO_SERVER);
		assertThat(toCopy.mail()).isNotNull();
		assertThat(send(this.person, SendForm.empty()).reason()).isEqualTo(Reason.NO_SERVER);
		assertThat(this.outbox.queued()).isEmpty();
	}

	@Test
	void withoutAnAddressThereIsATextToCopy() {
		SendResult toCopy = send(this.person, new SendForm("  ", null));
		assertThat(toCopy.reason()).isEqualTo(Reason.WISH);
		assertThat(toCopy.link()).isEqualTo(PLEA.link());
		assertThat(this.outbox.queued()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "anna@example.com, Thanks, 0", "'', '', 0", "'a@example.com, b@example.com', Thanks, 1",
			"anna@example.com, see https://evil.example, 1", "anna@example.com, WWW.evil.example, 1",
			"anna, see www.evil.example, 2" })
	void theFormTakesOneMailboxAndALineWithoutLinks(String address, String note, int errors) {
		assertThat(this.validator.validate(new SendForm(address, note))).hasSize(errors);
		assertThat(this.validator.validate(new SendForm(address, note + "x".repeat(251)))).hasSize(errors + 1);
	}

	private static SendForm form() {
		return new SendForm("exchange@fabrikam.example", null);
	}

	private SendResult send(Person by, SendForm form) {
		return this.database.transactions().execute((status) -> form.send(this.mails, by, PLEA));
	}

	private List<String> actions() {
		return this.database.jdbc().sql("select action from audit_entry order by sequence").query(String.class).list();
	}

}
