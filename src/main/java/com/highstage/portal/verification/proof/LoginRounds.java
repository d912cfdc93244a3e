package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.registration.Work;
import com.highstage.portal.site.SameReference;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.VerificationProperties;
import com.highstage.portal.verification.proof.Picture.Visit;

/**
 * Visits mailboxes, several at a time and each by one login after the other, and stores
 * each result as it comes.
 */
@Component
class LoginRounds {

	/** A login must not meet the end of its token on the way. */
	private static final Duration BEFORE_TOKEN_ENDS = Duration.ofMinutes(1);

	private final MailLogins logins;

	private final MailboxChecks checks;

	private final VerificationProperties properties;

	private final BackOff backOff;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	LoginRounds(MailLogins logins, MailboxChecks checks, VerificationProperties properties, AuditTrail audit,
			PlatformTransactionManager transactions, Clock clock) {
		this.logins = logins;
		this.checks = checks;
		this.properties = properties;
		this.backOff = new BackOff(properties);
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Makes every visit that is due. What is not reached, because the token ends or the
	 * process is asked to stop, stays due.
	 * @param picture where the checks stand
	 * @param token the token
	 * @param lease held whenever a result is stored
	 * @param most the most mailboxes to visit, those first that were tried longest ago
	 */
	void run(Picture picture, AppToken token, Work.Lease lease, int most) {
		List<Visit> due = picture.due(this.properties.longestWait())
			.stream()
			.sorted(Comparator.comparing(Visit::triedAt))
			.limit(most)
			.toList();
		if (due.isEmpty()) {
			return;
		}
		begin(picture, due.size(), lease);
		Round round = new Round(picture.known(), token, lease, new ConcurrentLinkedQueue<>(due));
		int workers = Math.min(this.properties.atOnce(), due.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
			List<CompletableFuture<Void>> all = Stream
				.generate(() -> CompletableFuture.runAsync(() -> work(round), SameReference.in(threads)))
				.limit(workers)
				.toList();
			await(all, round);
		}
	}

	private static void await(List<CompletableFuture<Void>> workers, Round round) {
		try {
			for (CompletableFuture<Void> worker : workers) {
				worker.get();
			}
		}
		catch (InterruptedException ex) {
			round.queue().clear();
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
	}

	private void begin(Picture picture, int mailboxes, Work.Lease lease) {
		this.transaction.executeWithoutResult((status) -> {
			lease.hold();
			this.audit.record(new AuditEvent(picture.known().tenant(), Actor.PORTAL, "mailbox.logins-tried",
					picture.known().connection().toString(), Map.of("mailboxes", String.valueOf(mailboxes), "protocols",
							picture.chosen().toString(), "sequence", String.valueOf(picture.known().sequence()))));
		});
	}

	private void work(Round round) {
		try {
			for (Visit visit = round.next(this.clock.instant()); visit != null; visit = round
				.next(this.clock.instant())) {
				visit(round, visit);
			}
		}
		catch (RuntimeException | Error ex) {
			round.queue().clear();
			throw ex;
		}
	}

	private void visit(Round round, Visit visit) {
		Map<MailPermission, MailLogin> answers = new EnumMap<>(MailPermission.class);
		for (StoredCheck before : visit.checks()) {
			if (!visit.toTry().contains(before.protocol())) {
				answers.put(before.protocol(), new MailLogin.Opened());
				continue;
			}
			Instant startedAt = this.clock.instant();
			if (round.token().roles().contains(before.protocol().role())) {
				answers.put(before.protocol(), this.logins.attempt(before.protocol(), before.address(), round.token()));
			}
			CheckResult result = diagnose(round, visit, before, answers);
			StoredCheck after = before.after(result, round.known().sequence(), this.clock.instant());
			this.transaction.executeWithoutResult((status) -> {
				round.lease().hold();
				this.checks.save(round.known().connection(), after, startedAt);
			});
		}
	}

	private CheckResult diagnose(Round round, Visit visit, StoredCheck before, Map<MailPermission, MailLogin> answers) {
		Instant now = this.clock.instant();
		Symptoms symptoms = new Symptoms(round.token(), round.known().exchange(), visit.mailbox(), answers,
				round.known().ages(visit.mailbox(), before.since()), now);
		Duration askedFor = (answers.get(before.protocol()) instanceof MailLogin.NotAnswered(var failure))
				? failure.retryAfter() : null;
		return new Diagnosis(symptoms, this.properties.patience(),
				this.backOff.next(now, before.address(), before.tries(), askedFor))
			.of(before.protocol());
	}

	/**
	 * One round.
	 *
	 * @param known what is known of the connection
	 * @param token the token
	 * @param lease held whenever a result is stored
	 * @param queue the visits to be made
	 */
	private record Round(Known known, AppToken token, Work.Lease lease, Queue<Visit> queue) {

		@Nullable Visit next(Instant now) {
			return now.plus(BEFORE_TOKEN_ENDS).isBefore(this.token.expiresAt()) ? this.queue.poll() : null;
		}

	}

}
