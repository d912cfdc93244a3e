package com.highstage.portal.handover.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.handover.Reported;
import com.highstage.portal.handover.feed.TestFeed;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class IntakeRunTests {

	private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

	private static final String SALES = "sales@contoso.example";

	private final MovableClock clock = new MovableClock(NOW);

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final List<Reported> heard = new CopyOnWriteArrayList<>();

	private final List<String> answers = new CopyOnWriteArrayList<>();

	private final Database database;

	private final Credentials credentials;

	private final IntakeRun run;

	private @Nullable String defective;

	private ConnectionId connection = new ConnectionId(UUID.randomUUID());

	IntakeRunTests(Database database) {
		this.database = database;
		this.credentials = TestCredentials.on(database, this.clock);
		this.run = intake();
	}

	private IntakeRun intake() {
		JdbcWritten written = new JdbcWritten(this.database.jdbc());
		Judgement judgement = new Judgement(TestFeed.shown(this.database), this.credentials, new OneKey(this.answers),
				(event) -> {
					if (event instanceof Reported reported) {
						if (reported.lastError().value().equals(this.defective)) {
							throw new IllegalStateException("a listener's defect");
						}
						this.heard.add(reported);
					}
				}, TestAudit.trail(this.database, this.clock), this.clock);
		return new IntakeRun(written, new TransactionalIntake(judgement, written, this.database.transactionManager()),
				this.clock);
	}

	@BeforeEach
	void connect() {
		Connections connections = TestRegistration.connections(this.database, this.clock);
		this.database.transactions().executeWithoutResult((status) -> {
			this.connection = connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true).id();
			TestMailboxes.chosen(this.database).choose(this.connection, List.of(new MailboxAddress(SALES)));
			for (int sequence = 1; sequence <= 2; sequence++) {
				this.credentials.store(new Credential.ClientSecret(Secret.of("value")),
						new IssuedCredential(this.connection, this.tenant, new ClientId(UUID.randomUUID()),
								UUID.randomUUID(), "", NOW.plus(Duration.ofDays(90))));
			}
			this.credentials.offer(this.connection, 1);
			connections.passed(this.connection, new PassedCheck(1, NOW, Set.of(MailPermission.IMAP)));
		});
	}

	@Test
	void whatIsRightIsTakenInOnce() {
		acknowledge(this.connection.value(), 1, NOW);
		report(this.connection.value(), SALES, NOW.minusSeconds(60), null, NOW);
		answer("key", "right", NOW);
		this.run.run();
		this.run.run();
		assertThat(actions()).containsExactly("credential.acknowledged");
		assertThat(this.heard).extracting(Reported::address, Reported::lastLoginAt)
			.containsExactly(tuple(new MailboxAddress(SALES), NOW.minusSeconds(60)));
		assertThat(this.answers).containsExactly("right");
	}

	@Test
	void aChangedRowIsNew() {
		report(this.connection.value(), SALES, null, null, NOW);
		this.run.run();
		this.database.jdbc().sql("update highstage_report set last_error = 'NO'").update();
		this.run.run();
		this.database.jdbc().sql("update highstage_report set last_error = 'still NO'").update();
		this.run.run();
		this.database.jdbc().sql("update highstage_report set last_error = null, last_login_at = reported_at").update();
		this.run.run();
		assertThat(this.heard).extracting((one) -> one.lastError().value()).containsExactly("", "NO", "still NO", "");
		assertThat(actions()).as("began and ceased to fail").containsExactly("handover.reported", "handover.reported");
	}

	@Test
	void whatCannotBeRightIsWrittenDownOnceAndHoldsUpNothing() {
		UUID unknown = new UUID(0, 1);
		acknowledge(unknown, 1, NOW);
		acknowledge(this.connection.value(), 2, NOW);
		acknowledge(this.connection.value(), -5, NOW);
		acknowledge(this.connection.value(), 1, NOW.plus(Duration.ofMinutes(6)));
		report(unknown, SALES, null, null, NOW);
		report(this.connection.value(), "x".repeat(1000), null, "y".repeat(100_000), NOW);
		report(this.connection.value(), SALES, NOW.plus(Duration.ofDays(1)), "", NOW);
		report(this.connection.value(), "", null, "z".repeat(100_000), NOW);
		answer("key", "wrong", NOW);
		answer("k".repeat(200), "a".repeat(1000), NOW);
		this.run.run();
		this.run.run();
		assertThat(actions()).filteredOn("handover.refused"::equals).hasSize(9);
		assertThat(actions()).filteredOn("handover.reported"::equals).hasSize(1);
		assertThat(this.heard).extracting(Reported::address, (one) -> one.lastError().value().length())
			.containsExactly(tuple(null, PlainName.LONGEST));
		set("update highstage_acknowledgement set acknowledged_at = :now where sequence = 1", NOW);
		this.run.run();
		assertThat(actions()).as("put right later").contains("credential.acknowledged");
	}

	@Test
	void whatFailsIsTriedAgainAndTheRestGoesOn() {
		this.defective = "NO";
		report(this.connection.value(), "", null, "NO", NOW);
		report(this.connection.value(), SALES, null, null, NOW);
		this.run.run();
		assertThat(this.heard).hasSize(1);
		this.defective = null;
		this.run.run();
		this.run.run();
		assertThat(this.heard).hasSize(2);
	}

	@Test
	void theSameMistakeAgainAndAgainIsWrittenDownOnce() {
		report(this.connection.value(), "gone@contoso.example", null, "NO", NOW);
		answer("key", "wrong", NOW);
		for (int minute = 0; minute < 5; minute++) {
			this.clock.move(Duration.ofMinutes(1));
			set("update highstage_report set reported_at = :now", this.clock.instant());
			set("update highstage_canary_answer set answered_at = :now", this.clock.instant());
			this.run.run();
		}
		assertThat(actions()).containsExactly("handover.refused", "handover.refused");
		set("update highstage_canary_answer set answer = 'right', answered_at = :now", this.clock.instant());
		this.run.run();
		set("update highstage_canary_answer set answer = 'wrong', answered_at = :now", this.clock.instant());
		this.run.run();
		assertThat(actions()).as("wrong once more after it was right").hasSize(3);
	}

	@Test
	void whatHighstageHoldsOntoHoldsUpNothing() {
		report(this.connection.value(), "", null, "NO", NOW);
		report(this.connection.value(), SALES, null, "NO", NOW);
		this.database.transactions().executeWithoutResult((status) -> {
			this.database.jdbc().sql("update highstage_report set address = '' where address = ''").update();
			CompletableFuture.runAsync(this.run::run).orTimeout(20, TimeUnit.SECONDS).join();
		});
		assertThat(this.heard).extracting(Reported::address).containsExactly(new MailboxAddress(SALES));
		this.run.run();
		assertThat(this.heard).hasSize(2);
	}

	@Test
	void aTimeThatNobodyCanMeanIsRefusedOnce() {
		report(this.connection.value(), SALES, Instant.parse("0001-01-01T00:00:00Z"), null, NOW);
		acknowledge(this.connection.value(), 1, NOW);
		answer("key", "right", NOW);
		if (this.database.kind() == Database.Kind.POSTGRESQL) {
			this.database.jdbc().sql("update highstage_acknowledgement set acknowledged_at = 'infinity'").update();
			this.database.jdbc().sql("update highstage_canary_answer set answered_at = '-infinity'").update();
		}
		else {
			set("update highstage_acknowledgement set acknowledged_at = :now", Instant.parse("9999-01-01T00:00:00Z"));
			set("update highstage_canary_answer set answered_at = :now", Instant.parse("-4000-01-01T00:00:00Z"));
		}
		this.run.run();
		this.run.run();
		assertThat(actions()).containsExactly("handover.refused", "handover.refused", "handover.refused");
		assertThat(this.database.jdbc()
			.sql("select refused from taken_report union all select refused from taken_acknowledgement "
					+ "union all select refused from taken_canary_answer")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("long-ago", "in-the-future", "long-ago");
		assertThat(this.heard).isEmpty();
	}

	@Test
	void whatWasWrittenWithAnOldTimeIsTakenInMinutesLater() {
		this.run.run();
		report(this.connection.value(), "", null, null, NOW.minus(Duration.ofHours(1)));
		report(this.connection.value(), SALES, null, null, NOW);
		this.run.run();
		assertThat(this.heard).extracting(Reported::address).containsExactly(new MailboxAddress(SALES));
		this.clock.move(Duration.ofMinutes(5));
		this.run.run();
		assertThat(this.heard).hasSize(2);
	}

	private void set(String statement, Instant now) {
		this.database.jdbc().sql(statement).param("now", now.atOffset(ZoneOffset.UTC)).update();
	}

	@Test
	void twoReplicasTakeEachRowInOnce() throws Exception {
		List<MailboxAddress> addresses = new ArrayList<>();
		for (int i = 0; i < 250; i++) {
			addresses.add(new MailboxAddress("box-" + i + "@contoso.example"));
		}
		this.database.transactions()
			.executeWithoutResult((status) -> TestMailboxes.chosen(this.database).choose(this.connection, addresses));
		addresses.forEach((address) -> report(this.connection.value(), address.value(), null, "NO", NOW));
		try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
			List<Future<?>> both = List.of(replicas.submit(this.run::run), replicas.submit(intake()::run));
			for (Future<?> one : both) {
				one.get();
			}
		}
		this.run.run();
		assertThat(this.heard).extracting(Reported::address).containsExactlyInAnyOrderElementsOf(addresses);
	}

	private void acknowledge(UUID id, long sequence, Instant at) {
		this.database.jdbc()
			.sql("insert into highstage_acknowledgement (connection_id, sequence, acknowledged_at) values (?, ?, ?)")
			.params(id, sequence, at.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void report(UUID id, String address, @Nullable Instant login, @Nullable String error, Instant at) {
		this.database.jdbc()
			.sql("""
					insert into highstage_report (connection_id, address, last_login_at, last_error, reported_at)
					values (:id, :address, :login, :error, :at)
					""")
			.param("id", id)
			.param("address", address)
			.param("login", (login != null) ? login.atOffset(ZoneOffset.UTC) : null)
			.param("error", error)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void answer(String key, String answer, Instant at) {
		this.database.jdbc()
			.sql("insert into highstage_canary_answer (key_id, answer, answered_at) values (?, ?, ?)")
			.params(key, answer, at.atOffset(ZoneOffset.UTC))
			.update();
	}

	private List<String> actions() {
		return this.database.jdbc().sql("""
				select action from audit_entry
				where action like 'handover.%' or action = 'credential.acknowledged' order by sequence
				""").query(String.class).list();
	}

}
