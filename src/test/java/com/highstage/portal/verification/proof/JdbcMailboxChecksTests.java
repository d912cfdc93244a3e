package com.highstage.portal.verification.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcMailboxChecksTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	private static final Explanation WHY = new Explanation("login-refused", "NO AUTHENTICATE failed.", "reference");

	private final Database database;

	private final ProofBench bench;

	private final MailboxChecks checks;

	private MailboxAddress sales;

	JdbcMailboxChecksTests(Database database) {
		this.database = database;
		this.bench = new ProofBench(database, Clock.fixed(NOW, ZoneOffset.UTC));
		this.checks = new JdbcMailboxChecks(database.jdbc(), TestMailboxes.leaving(database),
				TestRegistration.moves(database, Clock.systemUTC()));
	}

	@BeforeEach
	void chooseAMailbox() {
		this.sales = this.bench.want("sales@contoso.example");
	}

	@Test
	void everyKindOfResultIsReadAsItWasStored() {
		List<CheckResult> results = List.of(new CheckResult.Waiting(NOW.minusSeconds(9), NOW.plusSeconds(9), WHY),
				new CheckResult.Failed(NOW, WHY, List.of(Remedy.SWITCH_ON, Remedy.TRY_AGAIN)),
				new CheckResult.Failed(NOW, WHY, List.of()), new CheckResult.NotChecked(NOW, NOW.plusSeconds(5), WHY),
				new CheckResult.Passed(NOW));
		StoredCheck check = StoredCheck.untried(this.sales, MailPermission.IMAP);
		for (CheckResult result : results) {
			check = check.after(result, 7, NOW);
			this.checks.save(this.bench.id(), check, NOW);
			assertThat(this.checks.of(this.bench.id())).containsExactly(check);
			assertThat(check.result()).isEqualTo(result);
		}
		assertThat(check.isProven(7)).isTrue();
		assertThat(check.isProven(8)).isFalse();
	}

	@Test
	void triesAreCountedUntilItOpens() {
		StoredCheck check = StoredCheck.untried(this.sales, MailPermission.IMAP)
			.after(new CheckResult.Failed(NOW, WHY, List.of()), 1, NOW)
			.after(new CheckResult.NotChecked(NOW, null, WHY), 1, NOW);
		assertThat(check.tries()).isEqualTo(2);
		assertThat(check.after(new CheckResult.Passed(NOW), 1, NOW).tries()).isZero();
	}

	@Test
	void aMailboxThatGetsAnotherAddressDuringItsFirstLoginGetsNoCheckUnderTheFormerOne() throws InterruptedException {
		Meanwhile.both(this.database.transactions(),
				() -> this.database.jdbc().sql("update mailbox set address = 'first@contoso.example'").update(),
				() -> save(new CheckResult.Passed(NOW), NOW));
		assertThat(this.checks.of(this.bench.id())).isEmpty();
	}

	@Test
	void longWordsOfAServerAreCut() {
		Explanation why = new Explanation("login-refused", "x".repeat(2000), "y".repeat(2000));
		this.checks.save(this.bench.id(), StoredCheck.untried(this.sales, MailPermission.IMAP)
			.after(new CheckResult.Failed(NOW, why, List.of()), 1, NOW), NOW);
		assertThat(this.checks.of(this.bench.id())).singleElement()
			.extracting(StoredCheck::explanation)
			.isEqualTo(new Explanation("login-refused", "x".repeat(200), "y".repeat(200)));
	}

	@Test
	void whoAsksAgainIsHeardOnce() {
		save(new CheckResult.Failed(NOW, WHY, List.of()), NOW);
		this.checks.again(this.bench.id(), this.sales, NOW.plusSeconds(1));
		assertThat(only().nextLook()).isEqualTo(NOW.plusSeconds(1));
		assertThat(only().since()).isNull();
		assertThat(only().tries()).isZero();
		save(new CheckResult.Failed(NOW, WHY, List.of()), NOW.plusSeconds(2));
		assertThat(only().nextLook()).isNull();
	}

	@Test
	void askingAgainDoesNotHideSinceWhenItWaits() {
		save(new CheckResult.Waiting(NOW, NOW.plusSeconds(300), WHY), NOW);
		this.checks.again(this.bench.id(), null, NOW.plusSeconds(60));
		assertThat(only().since()).isEqualTo(NOW);
		assertThat(only().nextLook()).isEqualTo(NOW.plusSeconds(60));
	}

	@Test
	void askingForOneMailboxLeavesTheOthers() {
		save(new CheckResult.Passed(NOW), NOW);
		this.checks.again(this.bench.id(), this.bench.want("info@contoso.example"), NOW);
		assertThat(only().nextLook()).isNull();
	}

	@Test
	void aMailboxThatIsForgottenTakesItsChecksAlongAndARenamedOneKeepsThem() {
		save(new CheckResult.Passed(NOW), NOW);
		this.database.jdbc().sql("update mailbox set address = 'first@contoso.example'").update();
		assertThat(only().address()).isEqualTo(new MailboxAddress("first@contoso.example"));
		this.database.jdbc().sql("delete from mailbox").update();
		assertThat(this.database.jdbc().sql("select count(*) from mailbox_check").query(Integer.class).single())
			.isZero();
	}

	@Test
	void highstageSeesWantedMailboxesOfFinishedConnections() {
		save(new CheckResult.Passed(NOW), NOW);
		this.checks.save(this.bench.id(), StoredCheck.untried(this.sales, MailPermission.POP)
			.after(new CheckResult.Failed(NOW, WHY, List.of()), 1, NOW), NOW);
		this.bench.want("info@contoso.example");
		this.bench.noLongerWant(this.bench.want("former@contoso.example"));
		assertThat(view()).isEmpty();
		this.database.jdbc()
			.sql("update connection set finished_at = :now")
			.param("now", NOW.atOffset(ZoneOffset.UTC))
			.update();
		assertThat(view()).extracting((row) -> row.get("address"))
			.containsExactly("info@contoso.example", "sales@contoso.example");
		assertThat(view().getFirst()).containsEntry("imap_verified_at", null).containsEntry("pop_verified_at", null);
		assertThat(view().getLast()).containsEntry("pop_verified_at", null).containsEntry("smtp_verified_at", null);
		assertThat(this.database.jdbc()
			.sql("select imap_verified_at from highstage_mailbox_v1 where address like 'sales@%'")
			.query(Timestamp.class)
			.single()
			.toInstant()).isEqualTo(NOW);
	}

	@Test
	void whatOpenedOnceIsShownToHighstageWithItsTimeAlsoDuringAnOutage() {
		save(new CheckResult.Passed(NOW), NOW);
		StoredCheck later = only().after(new CheckResult.NotChecked(NOW, null, WHY), 1, NOW.plus(Duration.ofDays(1)));
		this.checks.save(this.bench.id(), later, NOW);
		assertThat(only().verifiedAt()).isEqualTo(NOW);
		assertThat(only().isProven(1)).isFalse();
	}

	private void save(CheckResult result, Instant startedAt) {
		StoredCheck before = this.checks.of(this.bench.id())
			.stream()
			.findFirst()
			.orElseGet(() -> StoredCheck.untried(this.sales, MailPermission.IMAP));
		this.checks.save(this.bench.id(), before.after(result, 1, startedAt), startedAt);
	}

	private StoredCheck only() {
		List<StoredCheck> all = this.checks.of(this.bench.id());
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private List<Map<String, Object>> view() {
		return this.database.jdbc()
			.sql("select * from highstage_mailbox_v1 where connection_id = :connection order by address")
			.param("connection", this.bench.id().value())
			.query()
			.listOfRows();
	}

}
