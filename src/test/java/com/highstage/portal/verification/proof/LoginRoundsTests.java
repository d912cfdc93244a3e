package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.MailboxProof.Standing;
import com.highstage.portal.verification.VerificationProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnBothDatabases
class LoginRoundsTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static final MailPermission POP = MailPermission.POP;

	private static final Set<MailPermission> BOTH = Set.of(IMAP, POP);

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

	private static final Set<Thread.State> RESTING = Set.of(Thread.State.WAITING, Thread.State.TERMINATED);

	private static final VerificationProperties ONE_AT_A_TIME = new VerificationProperties(1, Duration.ofHours(2),
			Duration.ofSeconds(2), Duration.ofMinutes(5));

	private final ScriptedLogins logins = new ScriptedLogins(ScriptedLogins.OPENED);

	private final Database database;

	private final ProofBench bench;

	LoginRoundsTests(Database database) {
		this.database = database;
		this.bench = new ProofBench(database, CLOCK);
	}

	@Test
	void twentyLoginsAreUnderWayAtOnceAndNeverMore() {
		want(60);
		CountDownLatch twenty = new CountDownLatch(20);
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.logins.answer((protocol, mailbox) -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			twenty.countDown();
			await(twenty);
			now.decrementAndGet();
			return ScriptedLogins.OPENED;
		});
		assertThat(prove(this.bench.proof(this.logins)).passed()).isEqualTo(120);
		assertThat(most).hasValue(20);
	}

	@Test
	void aMailboxMeetsOneLoginAtATime() {
		want(30);
		Set<MailboxAddress> underWay = ConcurrentHashMap.newKeySet();
		AtomicInteger collisions = new AtomicInteger();
		this.logins.answer((protocol, mailbox) -> {
			if (!underWay.add(mailbox)) {
				collisions.incrementAndGet();
			}
			Thread.yield();
			underWay.remove(mailbox);
			return ScriptedLogins.OPENED;
		});
		prove(this.bench.proof(this.logins));
		assertThat(collisions).hasValue(0);
	}

	@Test
	void eachResultIsThereForOthersToSeeBeforeTheNextLogin() {
		want(3);
		List<Integer> seen = new ArrayList<>();
		this.logins.answer((protocol, mailbox) -> {
			seen.add(results());
			return ScriptedLogins.OPENED;
		});
		prove(this.bench.proof(this.logins, ONE_AT_A_TIME));
		assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5);
	}

	@Test
	void afterAKillInTheMiddleOnlyTheRestIsTried() {
		want(40);
		AtomicInteger count = new AtomicInteger();
		this.logins.answer((protocol, mailbox) -> {
			if (count.incrementAndGet() > 25) {
				throw new IllegalStateException("killed");
			}
			return ScriptedLogins.OPENED;
		});
		assertThatIllegalStateException().isThrownBy(() -> prove(this.bench.proof(this.logins))).withMessage("killed");
		this.logins.asked();
		Set<String> done = new HashSet<>(this.database.jdbc()
			.sql("select protocol || ' ' || address from mailbox_check")
			.query(String.class)
			.list());
		assertThat(done).hasSize(25);
		this.logins.answer(ScriptedLogins.OPENED);
		assertThat(prove(this.bench.proof(this.logins)).passed()).isEqualTo(80);
		assertThat(this.logins.asked()).hasSize(55).doesNotContainAnyElementsOf(done);
	}

	@Test
	void oneDefectEndsTheWholeRound() {
		want(60);
		MailboxAddress bad = new MailboxAddress("box-0@contoso.example");
		CompletableFuture<Thread> failed = new CompletableFuture<>();
		this.logins.answer((protocol, mailbox) -> {
			if (mailbox.equals(bad)) {
				failed.complete(Thread.currentThread());
				throw new IllegalStateException("defect");
			}
			// whose thread has nothing left to do, its defect is known
			Awaitility.await().until(() -> failed.isDone() && RESTING.contains(failed.join().getState()));
			return ScriptedLogins.OPENED;
		});
		assertThatIllegalStateException().isThrownBy(() -> prove(this.bench.proof(this.logins))).withMessage("defect");
		assertThat(results()).as("nineteen others were at a mailbox").isLessThanOrEqualTo(19 * BOTH.size());
	}

	@Test
	void whoLosesTheLeaseStopsAndStoresNothing() {
		want(40);
		this.logins.answer((protocol, mailbox) -> {
			this.bench.leaseHeld = false;
			return ScriptedLogins.OPENED;
		});
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> prove(this.bench.proof(this.logins)));
		assertThat(this.logins.asked()).hasSizeLessThanOrEqualTo(20);
		assertThat(results()).isZero();
	}

	@Test
	void whoDoesNotHaveTheLeaseTriesNothing() {
		want(1);
		this.bench.leaseHeld = false;
		assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> prove(this.bench.proof(this.logins)));
		assertThat(this.logins.asked()).isEmpty();
	}

	@Test
	void whoIsAskedToStopEndsWithTheLoginsUnderWay() {
		want(40);
		Thread worker = Thread.currentThread();
		this.logins.answer((protocol, mailbox) -> {
			worker.interrupt();
			// who has heard it lets the logins under way know
			await(new CountDownLatch(1));
			return ScriptedLogins.OPENED;
		});
		Standing standing = prove(this.bench.proof(this.logins, ONE_AT_A_TIME));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(standing.passed()).as("one mailbox").isEqualTo(BOTH.size());
		assertThat(standing.nextLook()).isEqualTo(CLOCK.instant());
	}

	private void want(int mailboxes) {
		IntStream.range(0, mailboxes).forEach((number) -> this.bench.want("box-" + number + "@contoso.example"));
	}

	private Standing prove(LoginProof proof) {
		return proof.prove(this.bench.connection(), BOTH, this.bench.token(IMAP, POP), this.bench.lease());
	}

	private int results() {
		return this.database.jdbc().sql("select count(*) from mailbox_check").query(Integer.class).single();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
