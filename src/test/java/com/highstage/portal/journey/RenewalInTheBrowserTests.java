package com.highstage.portal.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.ScriptRun;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ConnectionId;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class RenewalInTheBrowserTests {

	private static final Pattern LINK = Pattern.compile("http://\\S+/onboarding/renewal");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final String CONTACT = "it@contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Scheduler scheduler;

	@Autowired
	private Credentials credentials;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void theReminderLeadsToANewSecretWithOnePress(Administrator admin, Administrator later) {
		Inbox inbox = new Inbox(this.microsoft365);
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		PagesInTheBrowserTests.look(admin.open("/onboarding/renewal").see("nothing to renew"), "renewal-nothing");
		admin.open("/onboarding/register").type("contact", CONTACT).plan("support@contoso.example");
		admin.at("/onboarding/done").see("Your connection is ready");
		admin.open(inbox.link(CONTACT, "Please confirm this address")).goOn();
		PagesInTheBrowserTests.look(admin.open("/onboarding/renewal").see("The secret lasts"), "renewal-fine");
		endsIn(Duration.ofDays(6));
		assertThat(admin.open("/onboarding").text()).contains("Renew it in time");

		later.open(reminder(inbox)).choose("admin@contoso.example").at("/onboarding/renewal").see("ends soon");
		assertThat(later.text()).contains("7 days before the end", CONTACT);
		PagesInTheBrowserTests.look(later, "renewal-near");
		this.microsoft365.settings(Map.of("propagationMillis", 600_000));
		later.goOn().at("/onboarding/renewal").see("is being renewed");
		this.microsoft365.settings(Map.of("propagationMillis", 0));
		later.see("It worked").see("Former, kept");
		PagesInTheBrowserTests.look(later, "renewal-renewed");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").secrets()).isEqualTo(2);
		acknowledge(2);
		later.see("The secret lasts");
		assertThat(later.text()).contains("Highstage has confirmed that it uses this one").doesNotContain("Former");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").secrets()).isEqualTo(1);
		assertThat(later.clicks()).as("account tile and one button").isEqualTo(2);
		gone();
		assertThat(later.reload().see("can no longer read").text()).contains("That was noticed on")
			.doesNotContain("The secret ended on", "There is nothing to do");
		assertThat(later.complaints()).isEmpty();
	}

	@Test
	void afterTheEndThePageSaysWhatIsDownAndRenews(Administrator admin, Administrator user) throws Exception {
		admin.signInAndAllow("global-admin@fabrikam.example")
			.express("fabrikam.example")
			.see("Your connection is ready")
			.see("Works: 2 of 2");
		Instant end = endsIn(Duration.ofDays(-3));
		remind();
		PagesInTheBrowserTests.look(admin.open("/onboarding/renewal").see("can no longer read"), "renewal-down");
		assertThat(admin.text()).contains("The secret ended on " + MINUTE.format(end),
				"Since then no mail has been read from 2 mailboxes: IMAP POP", "none is lost");
		assertThat(status()).isEqualTo("attention");
		user.open("/onboarding/renewal").choose("user@fabrikam.example").at("/onboarding/renewal");
		PagesInTheBrowserTests.look(user.see("Your role does not allow this"), "renewal-colleague");
		int clicks = admin.clicks();
		admin.goOn().at("/onboarding/renewal").see("The secret lasts");
		assertThat(admin.clicks() - clicks).isEqualTo(1);
		assertThat(status()).isEqualTo("working");
		Reading highstage = new Reading(this.microsoft365, this.jdbc, this.portal.url().toString());
		assertThat(highstage.opens("service@fabrikam.example")).isTrue();
		assertThat(highstage.opens("sales@fabrikam.example")).isTrue();
		assertThat(this.jdbc.sql("select max(sequence) from highstage_connection_v1").query(Long.class).single())
			.isEqualTo(2);
		assertThat(admin.open("/onboarding").see("Your connection works").text()).doesNotContain("attention");
	}

	@Test
	void whatWasMadeByHandIsRenewedByHand(Administrator admin) throws Exception {
		MadeByHand made = MadeByHand.in(this.microsoft365, "admin@contoso.example");
		admin.signIn("admin@contoso.example").open("/onboarding/by-hand");
		paste(admin, made, made.secret());
		admin.at("/onboarding/progress").see("Please choose the mailboxes").goOn().at("/onboarding/mailboxes");
		admin.type("mailboxes", "sales@contoso.example").goOn().at("/onboarding/progress").see("Please run the script");
		admin.goOn().at("/onboarding/mailboxes");
		assertThat(ScriptRun.of(DownloadedScript.by(admin), this.microsoft365, "contoso.example")).isEmpty();
		admin.open("/onboarding/progress").at("/onboarding/done").see("Your connection is ready");
		PagesInTheBrowserTests.look(admin.open("/onboarding/renewal"), "renewal-by-hand");
		admin.goOn().at("/onboarding/by-hand");
		paste(admin, made, made.another(this.microsoft365, "admin@contoso.example"));
		admin.at("/onboarding/done").open("/onboarding/renewal").see("It worked");
		assertThat(admin.text()).contains("Former, made by hand", "remove it in the Entra admin center");
		acknowledge(2);
		assertThat(admin.reload().text()).contains("Former, made by hand");
		assertThat(this.microsoft365.organisation("contoso.example").findValue("passwordCredentials"))
			.as("nobody else's is touched")
			.hasSize(2);
	}

	private static void paste(Administrator admin, MadeByHand made, String secret) {
		admin.type("clientId", made.clientId())
			.type("secret", secret)
			.type("expiresOn", LocalDate.ofInstant(made.expiresAt(), ZoneOffset.UTC).toString())
			.goOn();
	}

	private String reminder(Inbox inbox) {
		remind();
		Matcher link = LINK.matcher(inbox.await(CONTACT, "Please renew").text());
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private void remind() {
		this.scheduler.reschedule(TaskInstanceId.of("reminders", RecurringTask.INSTANCE), Clock.systemUTC().instant());
		this.scheduler.triggerCheckForDueExecutions();
		Awaitility.await("reminded")
			.until(() -> this.jdbc.sql("select count(*) from reminder").query(Long.class).single() > 0);
	}

	private Instant endsIn(Duration left) {
		Instant end = Clock.systemUTC().instant().plus(left);
		this.jdbc.sql("update credential set expires_at = :at, created_at = :made")
			.param("at", end.atOffset(ZoneOffset.UTC))
			.param("made", Clock.systemUTC().instant().minus(Duration.ofDays(174)).atOffset(ZoneOffset.UTC))
			.update();
		return end;
	}

	private void acknowledge(long sequence) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.credentials.acknowledge(
				new ConnectionId(this.jdbc.sql("select connection_id from connection").query(UUID.class).single()),
				sequence));
	}

	private void gone() {
		this.jdbc.sql("""
				insert into connection_trouble (connection_id, kind, subject, source, explanation_key,
					explanation_code, explanation_reference, since)
				select connection_id, 'SECRET_REMOVED', '', 'REPORT', 'secret-removed', '', '', current_timestamp
				from connection
				""").update();
	}

	private String status() {
		return this.jdbc.sql("select status from highstage_connection_v1").query(String.class).single();
	}

}
