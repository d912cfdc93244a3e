package com.highstage.portal.verification.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class LoginClosingProofTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final Set<MailPermission> BOTH = Set.of(IMAP, POP);

	private static final MailLogin NOT_CONNECTED = new MailLogin.NotOpened(
			"BAD User is authenticated but not connected.");

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));

	private final ScriptedLogins logins = new ScriptedLogins(ScriptedLogins.OPENED);

	private final Database database;

	private final ProofBench bench;

	private final LoginProof proof;

	private LoginClosingProof closing;

	private MailboxAddress former;

	LoginClosingProofTests(Database database) {
		this.database = database;
		this.bench = new ProofBench(database, this.clock);
		this.proof = this.bench.proof(this.logins);
		this.closing = this.bench.closing(this.proof, this.logins);
	}

	@BeforeEach
	void oneOfTwoThatOpenedIsTakenOffTheList() {
		this.former = this.bench.want("former@contoso.example");
		this.bench.want("info@contoso.example");
		this.proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP, POP), this.bench.lease());
		this.bench.noLongerWant(this.former);
		this.logins.asked();
	}

	@Test
	void whatStillOpensIsTriedAgainLessAndLessOften() {
		assertThat(look()).contains(afterTheFirstWait());
		assertThat(this.logins.asked()).containsExactly("IMAP former@contoso.example");
		assertThat(look()).isPresent();
		assertThat(this.logins.asked()).as("not due").isEmpty();
		for (int time = 0; time < 12; time++) {
			this.clock.move(Duration.ofMinutes(7));
			look();
		}
		assertThat(look().orElseThrow()).isAfter(this.clock.instant().plus(Duration.ofMinutes(4)));
		assertThat(isKnown()).isTrue();
	}

	@Test
	void twoRefusalsInARowWhileAnotherOpensShowThatItIsClosed() {
		close();
		assertThat(look()).isPresent();
		assertThat(this.logins.asked()).containsExactly("IMAP former@contoso.example", "IMAP info@contoso.example",
				"POP former@contoso.example", "POP info@contoso.example");
		assertThat(isKnown()).as("one server may be late").isTrue();
		assertThat(lookLater()).isEmpty();
		assertThat(isKnown()).isFalse();
		assertThat(this.bench.audited()).contains("mailbox.seen-closed");
		assertThat(this.closing.isUnderWay(this.bench.connection(), BOTH)).isFalse();
	}

	@Test
	void aRefusalBetweenTwoOpeningsShowsNothing() {
		close();
		look();
		this.logins.answer(ScriptedLogins.OPENED);
		lookLater();
		close();
		lookLater();
		assertThat(isKnown()).isTrue();
		lookLater();
		assertThat(isKnown()).isFalse();
	}

	@Test
	void aRefusalShowsNothingWhileNoOtherMailboxOpensOrServersAreSilent() {
		this.logins.answer(NOT_CONNECTED);
		look();
		lookLater();
		lookLater();
		assertThat(isKnown()).isTrue();
		this.logins.answer(ScriptedLogins.SILENCE);
		lookLater();
		lookLater();
		assertThat(isKnown()).isTrue();
	}

	@Test
	void oneProtocolThatOpensIsEnoughToKeepIt() {
		this.logins.answer((protocol, mailbox) -> (mailbox.equals(this.former) && protocol == IMAP) ? NOT_CONNECTED
				: ScriptedLogins.OPENED);
		look();
		lookLater();
		lookLater();
		assertThat(isKnown()).isTrue();
	}

	@Test
	void whatNeverOpenedIsBelievedOnlyAfterTheScriptThatClosesItHadItsTime() {
		MailboxAddress fresh = this.bench.want("fresh@contoso.example");
		this.bench.noLongerWant(fresh);
		this.logins.answer((protocol, mailbox) -> mailbox.equals(fresh) ? NOT_CONNECTED : ScriptedLogins.OPENED);
		look();
		lookLater();
		lookLater();
		this.clock.move(Duration.ofHours(3));
		look();
		assertThat(known("fresh")).as("no script that closes it was handed out").isEqualTo(1);
		TestMailboxes.leaving(this.database).handedOut(this.bench.id(), this.clock.instant());
		lookLater();
		lookLater();
		assertThat(known("fresh")).as("the script may have run a minute ago").isEqualTo(1);
		this.clock.move(Duration.ofHours(2));
		look();
		assertThat(known("fresh")).isZero();
	}

	@Test
	void afterSevenDaysItIsNoLongerTriedUntilThereIsANewSecret() {
		assertThat(look()).isPresent();
		assertThat(this.closing.isUnderWay(this.bench.connection(), BOTH)).isTrue();
		this.clock.move(Duration.ofDays(7));
		assertThat(look()).isEmpty();
		assertThat(this.closing.isUnderWay(this.bench.connection(), BOTH)).isFalse();
		assertThat(isKnown()).as("the next script names it all the same").isTrue();
		this.bench.newSecret();
		this.proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP, POP), this.bench.lease());
		assertThat(look()).isPresent();
		assertThat(this.logins.asked()).contains("IMAP former@contoso.example");
	}

	@Test
	void whoAsksAgainNeedNotWait() {
		look();
		this.logins.asked();
		this.closing.again(this.bench.id());
		look();
		assertThat(this.logins.asked()).containsExactly("IMAP former@contoso.example");
	}

	@Test
	void withoutTheSecretsValueNothingIsTried() {
		this.database.jdbc().sql("update credential set working_copy = null").update();
		assertThat(look()).isEmpty();
		assertThat(this.logins.asked()).isEmpty();
		assertThat(isKnown()).isTrue();
	}

	@Test
	void withoutATokenItIsTriedLater() {
		assertThat(this.closing.look(this.bench.connection(), BOTH, Optional::empty, this.bench.lease()))
			.contains(afterTheFirstWait());
		assertThat(this.logins.asked()).isEmpty();
	}

	@Test
	void whatIsPutBackOnTheListHasToOpenAgain() {
		close();
		look();
		this.proof.forget(this.bench.id(), List.of(this.former));
		this.bench.wantAgain(this.former);
		assertThat(this.proof.standing(this.bench.connection(), BOTH).passed()).isEqualTo(2);
		assertThat(this.database.jdbc().sql("select count(*) from closing_look").query(Long.class).single()).isZero();
	}

	@Test
	void nothingIsForgottenWithoutTheLease() {
		close();
		look();
		this.clock.move(Duration.ofMinutes(1));
		this.bench.leaseHeld = false;
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(this::look);
		assertThat(isKnown()).isTrue();
	}

	@Test
	void whoAsksDuringALoginIsNotForgotten() {
		look();
		this.clock.move(Duration.ofMinutes(7));
		this.logins.answer((protocol, mailbox) -> {
			this.clock.move(Duration.ofSeconds(1));
			this.closing.again(this.bench.id());
			return ScriptedLogins.OPENED;
		});
		assertThat(look()).contains(this.clock.instant());
	}

	@Test
	void aMailboxThatIsSeenClosedElsewhereDuringItsFirstLookGetsNone() {
		CompletableFuture<Optional<Instant>> looked = this.database.transactions().execute((status) -> {
			this.database.jdbc().sql("delete from mailbox where not wanted").update();
			CompletableFuture<Optional<Instant>> looking = CompletableFuture.supplyAsync(this::look);
			// until it is done or waits for the mailbox
			looking.copy()
				.completeOnTimeout(Optional.empty(), 1, TimeUnit.SECONDS)
				.exceptionally((ex) -> Optional.empty())
				.join();
			return looking;
		});
		assertThat(looked.join()).isEmpty();
	}

	@Test
	void aNewSecretIsTriedAtOnceAndThenSoonAgain() {
		for (int time = 0; time < 12; time++) {
			lookLater();
		}
		this.bench.newSecret();
		this.proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP, POP), this.bench.lease());
		assertThat(look()).contains(afterTheFirstWait());
	}

	private void close() {
		this.logins.answer((protocol, mailbox) -> mailbox.equals(this.former)
				? ((protocol == IMAP) ? NOT_CONNECTED : ScriptedLogins.REFUSED) : ScriptedLogins.OPENED);
	}

	private Optional<Instant> lookLater() {
		this.clock.move(Duration.ofMinutes(7));
		return look();
	}

	private Optional<Instant> look() {
		return this.closing.look(this.bench.connection(), BOTH, () -> Optional.of(this.bench.token(IMAP, POP)),
				this.bench.lease());
	}

	private Instant afterTheFirstWait() {
		return new BackOff(ProofBench.PROPERTIES).next(this.clock.instant(), this.former, 0, null);
	}

	private boolean isKnown() {
		return known("former") == 1;
	}

	private int known(String name) {
		return this.database.jdbc()
			.sql("select count(*) from mailbox where address = :address")
			.param("address", name + "@contoso.example")
			.query(Integer.class)
			.single();
	}

}
