package com.highstage.portal.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.handover.Reported;
import com.highstage.portal.handover.intake.Intake;
import com.highstage.portal.handover.intake.Outcome;
import com.highstage.portal.handover.intake.Written.Report;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.verification.Remedy;
import com.highstage.portal.verification.Trouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The main path on PostgreSQL: reported, told, explained by a visit, mended.
 */
@DriftTest
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class DriftOnPostgresTests {

	private static final MailboxAddress MAILBOX = new MailboxAddress(Finished.SUPPORT);

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Finished finished;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Intake intake;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void fromAReportThroughAVisitToWhatMendsIt() {
		Person admin = this.finished.connect();
		Meddler meddler = new Meddler(this.microsoft365);
		Instant now = Instant.now();
		report(admin, "A1 NO AUTHENTICATE failed.", now);
		report(admin, "AADSTS7000215: Invalid client secret provided.", now.minusMillis(5));
		assertThat(this.finished.troubles(admin)).as("the newer report counts").containsExactly(Kind.LOGIN_FAILED);
		assertThat(this.finished.status()).isEqualTo("attention");
		List<ReceivedMail> told = this.finished.told();
		assertThat(told).hasSize(2);

		meddler.close(Finished.SUPPORT);
		this.finished.visit(admin);
		assertThat(this.finished.troubles(admin)).containsExactly(Kind.ACCESS_GONE);
		assertThat(this.finished.told()).as("told already").isEqualTo(told);
		meddler.removeSecret();
		this.finished.visit(admin);
		assertThat(this.finished.troubles(admin)).containsExactlyInAnyOrder(Kind.ACCESS_GONE, Kind.SECRET_REMOVED);
		assertThat(this.finished.told()).as("something else").hasSize(4);

		// the portal makes a secret by itself where Microsoft knows the former one no
		// longer
		this.journey.mend(admin, MAILBOX, MailPermission.IMAP, Remedy.OPEN_AGAIN);
		this.traveller.awaitEnd(admin);
		await("mended").untilAsserted(() -> assertThat(this.finished.troubles(admin)).isEmpty());
		assertThat(this.finished.status()).isEqualTo("working");
		assertThat(this.finished.count("audit_entry where action = 'trouble.mended'")).isPositive();
		await("once the dust has settled").untilAsserted(() -> {
			report(admin, "A1 NO AUTHENTICATE failed.", Instant.now());
			assertThat(this.finished.troubles(admin)).containsExactly(Kind.LOGIN_FAILED);
		});
		assertThat(this.finished.told()).filteredOn((mail) -> mail.subject().matches(".*(attention|opmærksomhed)"))
			.as("what comes and goes")
			.hasSize(4);
		this.journey.mend(admin, MAILBOX, MailPermission.IMAP, Remedy.NEW_SECRET);
		this.traveller.awaitEnd(admin);
		await("the portal itself logs in").untilAsserted(() -> assertThat(this.finished.troubles(admin)).isEmpty());
	}

	/**
	 * A report queues at the end of the audit trail first and writes to a sight then; the
	 * other work comes from the other side.
	 */
	@Test
	void aReportThatCrossesOtherWorkIsTakenInAnew() {
		Person admin = this.finished.connect();
		report(admin, null, "A1 NO AUTHENTICATE failed.");
		assertThat(this.finished.troubles(admin)).containsExactly(Kind.LOGIN_FAILED);
		this.finished.told();
		CompletableFuture<Outcome> login = new CompletableFuture<>();
		try {
			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				this.jdbc.sql("update drift_sight set seen_at = seen_at").update();
				login.completeAsync(() -> report(admin, Instant.now(), null));
				await("behind the other").pollInSameThread()
					.until(() -> this.finished.count("pg_locks where not granted") > 0);
				this.audit.record(new AuditEvent(admin.tenant(), Actor.PORTAL, "test.crossed", "sight", Map.of()));
			});
		}
		catch (ConcurrencyFailureException ex) {
			// the database let this side give way
		}
		assertThat(login).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(new Outcome.Taken());
		assertThat(this.finished.troubles(admin)).isEmpty();
	}

	private Outcome report(Person admin, @Nullable Instant loggedInAt, @Nullable String error) {
		return this.intake.report(
				new Report(this.finished.connection(admin).id(), MAILBOX.value(), loggedInAt, error, Instant.now()));
	}

	private void report(Person admin, String error, Instant at) {
		Reported reported = new Reported(this.finished.connection(admin).id(), MAILBOX, null, new PlainName(error), at);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.events.publishEvent(reported));
	}

}
