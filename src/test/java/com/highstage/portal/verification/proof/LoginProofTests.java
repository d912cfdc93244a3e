package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.MailboxProof.Standing;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class LoginProofTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final Set<MailPermission> BOTH = Set.of(IMAP, POP);

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));

	private final ScriptedLogins logins = new ScriptedLogins(ScriptedLogins.OPENED);

	private final Database database;

	private final ProofBench bench;

	private final LoginProof proof;

	private MailboxAddress info;

	private MailboxAddress sales;

	LoginProofTests(Database database) {
		this.database = database;
		this.bench = new ProofBench(database, this.clock);
		this.proof = this.bench.proof(this.logins);
	}

	@BeforeEach
	void chooseTwoMailboxes() {
		this.sales = this.bench.want("sales@contoso.example");
		this.info = this.bench.want("info@contoso.example");
	}

	@Test
	void everyWantedMailboxIsTriedOverEveryChosenProtocol() {
		assertThat(standing()).isEqualTo(new Standing(0, 0, 4, Set.of(), this.clock.instant()));
		assertThat(prove()).isEqualTo(new Standing(4, 0, 0, BOTH, null));
		assertThat(this.logins.asked()).containsExactly("IMAP info@contoso.example", "IMAP sales@contoso.example",
				"POP info@contoso.example", "POP sales@contoso.example");
		assertThat(checks()).extracting((check) -> check.address() + " " + check.protocol())
			.containsExactly("info@contoso.example IMAP", "info@contoso.example POP", "sales@contoso.example IMAP",
					"sales@contoso.example POP");
		assertThat(checks()).allSatisfy((check) -> {
			assertThat(check.result()).isEqualTo(new CheckResult.Passed(this.clock.instant()));
			assertThat(check.verifiedAt()).isEqualTo(this.clock.instant());
		});
	}

	@Test
	void whatWasNotTriedYetSaysSo() {
		assertThat(checks()).hasSize(4)
			.allSatisfy((check) -> assertThat(check.result()).isInstanceOfSatisfying(CheckResult.NotChecked.class,
					(found) -> assertThat(found.explanation().key()).isEqualTo("not-tried-yet")));
	}

	@Test
	void whatHasPassedIsNotTriedAgainUntilThereIsANewSecret() {
		prove();
		this.logins.asked();
		this.clock.move(Duration.ofDays(1));
		assertThat(prove().passed()).isEqualTo(4);
		assertThat(this.logins.asked()).isEmpty();
		this.bench.newSecret();
		assertThat(standing()).isEqualTo(new Standing(0, 0, 4, Set.of(), this.clock.instant()));
		assertThat(prove().passed()).isEqualTo(4);
		assertThat(this.logins.asked()).hasSize(4);
	}

	@Test
	void whoAsksAgainGetsAnotherTryAndWhatHadPassedStaysPassedUntilThen() {
		prove();
		this.logins.asked();
		again(this.sales);
		assertThat(standing()).isEqualTo(new Standing(4, 0, 0, BOTH, this.clock.instant()));
		this.logins.answer(ScriptedLogins.SILENCE);
		prove();
		assertThat(this.logins.asked()).containsExactly("IMAP sales@contoso.example", "POP sales@contoso.example");
		assertThat(standing().passed()).isEqualTo(2);
		assertThat(checks().getLast().result()).isInstanceOf(CheckResult.NotChecked.class);
		assertThat(checks().getLast().verifiedAt()).isNotNull();
	}

	@Test
	void anOutageIsNeitherPassedNorFailedAndIsTriedAgain() {
		this.logins.answer(ScriptedLogins.SILENCE);
		Standing during = prove();
		assertThat(during.passed()).isZero();
		assertThat(during.failed()).isZero();
		assertThat(during.waiting()).isEqualTo(4);
		assertThat(during.nextLook()).isAfter(this.clock.instant());
		this.logins.answer(ScriptedLogins.OPENED);
		this.clock.move(Duration.ofSeconds(4));
		assertThat(prove().passed()).isEqualTo(4);
	}

	@Test
	void waitingIsTriedWhenItsTimeHasComeAndLessAndLessOften() {
		this.logins.answer(ScriptedLogins.REFUSED);
		Duration before = Duration.ZERO;
		for (int tries = 1; tries <= 5; tries++) {
			Standing waiting = prove();
			assertThat(this.logins.asked()).as("try " + tries).isNotEmpty();
			assertThat(waiting.waiting()).isEqualTo(4);
			assertThat(prove()).isEqualTo(waiting);
			assertThat(this.logins.asked()).isEmpty();
			Duration wait = Duration.between(this.clock.instant(), waiting.nextLook());
			assertThat(wait).isGreaterThan(before);
			before = wait;
			this.clock.move(Duration.ofSeconds(3L << tries));
		}
		assertThat(checks()).allSatisfy((check) -> assertThat(check.tries()).isEqualTo(5));
	}

	@Test
	void whenTimeIsUpWaitingEndsWithADiagnosisAndIsLeftAlone() {
		this.logins.answer(ScriptedLogins.REFUSED);
		prove();
		this.clock.move(Duration.ofHours(2));
		assertThat(prove()).isEqualTo(new Standing(0, 4, 0, Set.of(), null));
		assertThat(causes()).containsOnly(Cause.LOGIN_REFUSED.key());
		this.logins.asked();
		this.clock.move(Duration.ofMinutes(4));
		prove();
		assertThat(this.logins.asked()).isEmpty();
	}

	@Test
	void aFailureThatSomebodyMendedElsewhereIsFoundOut() {
		this.logins.answer(ScriptedLogins.REFUSED);
		prove();
		this.clock.move(Duration.ofHours(2));
		prove();
		this.logins.answer(ScriptedLogins.OPENED);
		this.clock.move(Duration.ofMinutes(5));
		assertThat(prove().passed()).isEqualTo(4);
	}

	@Test
	void aFailureIsTriedAtOnceAfterAccessWasGiven() {
		this.logins.answer(ScriptedLogins.REFUSED);
		prove();
		this.clock.move(Duration.ofHours(2));
		prove();
		this.logins.asked();
		this.clock.move(Duration.ofSeconds(1));
		this.bench.openedAt(this.sales, this.clock.instant());
		prove();
		assertThat(this.logins.asked()).containsExactly("IMAP sales@contoso.example", "POP sales@contoso.example");
	}

	@Test
	void askingAgainAfterAFailureLetsWaitingBeginAnewWhereNobodyCouldLook() {
		this.logins.answer(ScriptedLogins.REFUSED);
		prove();
		this.clock.move(Duration.ofHours(2));
		prove();
		again(null);
		assertThat(prove().waiting()).isEqualTo(4);
	}

	@Test
	void imapThatHadPassedExplainsPopThatIsRefused() {
		this.logins.answer((protocol, mailbox) -> (protocol == IMAP) ? ScriptedLogins.OPENED : ScriptedLogins.SILENCE);
		prove();
		this.logins.asked();
		this.clock.move(Duration.ofSeconds(4));
		this.logins.answer(ScriptedLogins.REFUSED);
		prove();
		assertThat(this.logins.asked()).containsExactly("POP info@contoso.example", "POP sales@contoso.example");
		assertThat(causes()).containsOnly(Cause.PROTOCOL_OFF.key());
	}

	@Test
	void aTokenWithoutARoleIsNotTakenToTheServer() {
		this.proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP), this.bench.lease());
		assertThat(this.logins.asked()).containsExactly("IMAP info@contoso.example", "IMAP sales@contoso.example");
		assertThat(causes()).containsOnly(Cause.CONSENT_MISSING.key());
		assertThat(standing().proven()).containsExactly(IMAP);
	}

	@Test
	void aTokenThatEndsIsNotTakenToTheServer() {
		AppToken token = this.bench.token(IMAP, POP);
		this.clock.move(Duration.ofMinutes(59));
		assertThat(this.proof.prove(this.bench.connection(), BOTH, token, this.bench.lease()).nextLook())
			.isEqualTo(this.clock.instant());
		assertThat(this.logins.asked()).isEmpty();
	}

	@Test
	void aMailboxThatIsTakenOffTheListNoLongerCounts() {
		prove();
		this.bench.noLongerWant(this.sales);
		assertThat(standing().passed()).isEqualTo(2);
		assertThat(checks()).hasSize(2);
	}

	@Test
	void aMailboxThatIsTakenOffTheListDuringItsLoginGetsNoCheck() {
		this.logins.answer((protocol, mailbox) -> {
			if (mailbox.equals(this.sales) && protocol == IMAP) {
				this.bench.noLongerWant(mailbox);
			}
			return ScriptedLogins.OPENED;
		});
		assertThat(prove().passed()).isEqualTo(2);
		assertThat(this.database.jdbc().sql("select distinct address from mailbox_check").query(String.class).list())
			.containsExactly("info@contoso.example");
	}

	@Test
	void whoAsksDuringALoginIsNotForgotten() {
		prove();
		again(this.sales);
		this.logins.answer((protocol, mailbox) -> {
			this.clock.move(Duration.ofSeconds(1));
			again(this.sales);
			return ScriptedLogins.OPENED;
		});
		prove();
		assertThat(standing().nextLook()).isEqualTo(this.clock.instant());
	}

	@Test
	void aRunIsAuditedOnceAndARunWithoutLoginsNotAtAll() {
		prove();
		prove();
		assertThat(this.bench.audited()).containsOnlyOnce("mailbox.logins-tried");
	}

	private Standing prove() {
		return this.proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP, POP), this.bench.lease());
	}

	private Standing standing() {
		return this.proof.standing(this.bench.connection(), BOTH);
	}

	private List<MailboxCheck> checks() {
		return this.proof.checks(this.bench.connection(), BOTH);
	}

	private void again(@Nullable MailboxAddress mailbox) {
		this.database.transactions().executeWithoutResult((status) -> this.proof.again(this.bench.id(), mailbox));
	}

	private List<String> causes() {
		return checks().stream().map(MailboxCheck::result).<String>mapMulti((result, causes) -> {
			if (result instanceof CheckResult.Failed failed) {
				causes.accept(failed.explanation().key());
			}
			if (result instanceof CheckResult.Waiting waiting && waiting.explanation() != null) {
				causes.accept(waiting.explanation().key());
			}
		}).toList();
	}

}
