package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.registration.Attempt;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Opens or closes one mailbox: looks first, changes only what differs, and stores what
 * came of it at once.
 */
@Component
class MailboxOpener {

	private final Mailboxes mailboxes;

	private final JdbcChosenMailboxes rows;

	private final Attempts attempts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MailboxOpener(Mailboxes mailboxes, JdbcChosenMailboxes rows, Attempts attempts,
			PlatformTransactionManager transactions, Clock clock) {
		this.mailboxes = mailboxes;
		this.rows = rows;
		this.attempts = attempts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Gives what is missing.
	 * @param run the run
	 * @param row the mailbox as it was known
	 */
	void open(MailboxRun run, ChosenMailbox row) {
		Optional<Mailbox> found = this.mailboxes.find(run.delegation(), row.address());
		if (found.isEmpty()) {
			store(run.work(), row.shut(Access.MISSING, this.clock.instant()));
			run.tally().failed().add(row.address());
			return;
		}
		Mailbox mailbox = found.get();
		boolean primary = mailbox.address().equals(row.address()) || moved(run.work(), row, mailbox);
		if (primary && openPrimary(run, row, mailbox)) {
			run.tally().open().add(mailbox.address());
		}
	}

	/**
	 * Takes away what is there.
	 * @param run the run
	 * @param row the mailbox that is no longer wanted
	 */
	void close(MailboxRun run, ChosenMailbox row) {
		// who looked before has found it under its primary address
		boolean anothers = row.lookedUpAt() == null && this.mailboxes.find(run.delegation(), row.address())
			.filter((found) -> this.rows.wantsInstead(row, found.address()))
			.isPresent();
		for (Right right : anothers ? Set.<Right>of()
				: this.mailboxes.held(run.delegation(), row.address(), run.servicePrincipal())) {
			if (this.rows.find(row.connection(), row.address()).filter((now) -> !now.wanted()).isEmpty()) {
				return;
			}
			this.attempts.around(run.work(), Call.CLOSE_MAILBOX, subject(row, right), () -> {
				this.mailboxes.take(run.delegation(), row.address(), run.servicePrincipal(), right);
				return right;
			});
		}
		this.transaction.executeWithoutResult((status) -> {
			run.work().lease().hold();
			if (!this.rows.forgetUnlessWanted(row)) {
				this.rows.save(row.shut(Access.CLOSED, this.clock.instant()).given(false));
			}
		});
	}

	/**
	 * Notes that a mailbox failed.
	 * @param run the run
	 * @param row the mailbox as it was known when it was begun
	 * @param failure why
	 */
	void fail(MailboxRun run, ChosenMailbox row, Failure failure) {
		this.transaction.executeWithoutResult((status) -> {
			run.work().lease().hold();
			this.rows.find(row.connection(), row.address())
				.ifPresent((now) -> this.rows.save(now.failed(Explanations.of(failure), this.clock.instant())));
		});
		run.tally().failed().add(row.address());
	}

	/**
	 * Notes which protocols are on for a mailbox.
	 * @param work on whose behalf
	 * @param address the mailbox
	 * @param switches what Exchange said
	 */
	void seen(Work work, MailboxAddress address, Switches switches) {
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			this.rows.find(work.connection(), address).ifPresent((row) -> this.rows.save(row.with(switches)));
		});
	}

	private boolean openPrimary(MailboxRun run, ChosenMailbox row, Mailbox mailbox) {
		ChosenMailbox seen = row.found(mailbox, this.mailboxes.switches(run.delegation(), mailbox.address()),
				run.smtpOff());
		Set<Right> needed = MailboxRun.needed(run.permissions());
		Set<Right> held = this.mailboxes.rights(run.delegation(), mailbox.address(), run.servicePrincipal(), needed);
		List<Right> missing = needed.stream().filter((right) -> !held.contains(right)).toList();
		if (missing.isEmpty()) {
			Instant now = this.clock.instant();
			store(run.work(), seen.open(false, Objects.requireNonNullElse(seen.openedAt(), now), now));
		}
		// what was given before the rest is refused stays ours
		return missing.stream()
			.allMatch((right) -> grant(run, seen.given(seen.ours() || right != missing.getFirst()), right,
					right == missing.getLast()));
	}

	private boolean grant(MailboxRun run, ChosenMailbox seen, Right right, boolean last) {
		Optional<Attempt> attempt = claim(run.work(), seen, right);
		if (attempt.isEmpty()) {
			return false;
		}
		try {
			this.mailboxes.grant(run.delegation(), seen.address(), run.servicePrincipal(), right);
		}
		catch (MicrosoftException ex) {
			refused(run.work(), seen, attempt.get(), ex);
			throw (run.fresh() && ex.failure().kind() == Failure.Kind.NOT_FOUND)
					? new MicrosoftException(ex.failure().later()) : ex;
		}
		this.transaction.executeWithoutResult((status) -> {
			this.attempts.done(run.work(), attempt.get());
			if (last) {
				Instant now = this.clock.instant();
				this.rows.save(seen.open(true, now, now));
			}
		});
		return true;
	}

	private Optional<Attempt> claim(Work work, ChosenMailbox seen, Right right) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			// The lease first, as everywhere: no two transactions wait for each other.
			work.lease().hold();
			// Once off the list, nothing is granted that nobody would take away.
			return this.rows.claim(seen)
					? Optional.of(this.attempts.begin(work, Call.OPEN_MAILBOX, subject(seen, right)))
					: Optional.empty();
		}));
	}

	private void refused(Work work, ChosenMailbox seen, Attempt attempt, MicrosoftException ex) {
		this.transaction.executeWithoutResult((status) -> {
			this.attempts.failed(work, attempt, ex);
			boolean mayBeOurs = seen.ours() || ex.failure().kind() == Failure.Kind.UNKNOWN;
			this.rows.save(seen.shut(Access.CLOSED, this.clock.instant()).given(mayBeOurs));
		});
	}

	private boolean moved(Work work, ChosenMailbox row, Mailbox mailbox) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			work.lease().hold();
			return this.rows.move(row.connection(), row.address(), mailbox.address());
		}));
	}

	private void store(Work work, ChosenMailbox found) {
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			this.rows.save(found);
		});
	}

	private static String subject(ChosenMailbox row, Right right) {
		return row.address() + ((right == Right.FULL_ACCESS) ? " FullAccess" : " SendAs");
	}

}
