package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.mailbox.MailboxRun.Tally;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.ExchangeProperties;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * Works through all chosen mailboxes of a connection, several at a time.
 */
@Component
class MailboxRuns {

	/** How long Exchange may need to know a new registration everywhere. */
	private static final Duration FRESH = Duration.ofMinutes(15);

	/** So many mailboxes are tried again later; with one more, the others are, too. */
	private static final int PATIENCE = 10;

	/** What was chosen, or found to be another mailbox's alias, meanwhile comes next. */
	private static final int ROUNDS = 3;

	private static final Comparator<ChosenMailbox> UNSEEN_FIRST = Comparator.comparing(ChosenMailbox::lookedUpAt,
			Comparator.nullsFirst(Comparator.naturalOrder()));

	private final MailboxOpener opener;

	private final Mailboxes mailboxes;

	private final JdbcChosenMailboxes rows;

	private final Attempts attempts;

	private final ExchangeProperties exchange;

	private final Clock clock;

	MailboxRuns(MailboxOpener opener, Mailboxes mailboxes, JdbcChosenMailboxes rows, Attempts attempts,
			ExchangeProperties exchange, Clock clock) {
		this.opener = opener;
		this.mailboxes = mailboxes;
		this.rows = rows;
		this.attempts = attempts;
		this.exchange = exchange;
		this.clock = clock;
	}

	Outcome carryOut(Work work, ObjectId servicePrincipal, Set<MailPermission> permissions) {
		boolean smtpOff = permissions.contains(MailPermission.SMTP)
				&& this.mailboxes.smtpOffByDefault(work.delegation());
		MailboxRun run = new MailboxRun(work, servicePrincipal, permissions, smtpOff, fresh(work.connection()),
				Tally.empty());
		List<ChosenMailbox> next = next(run, true);
		for (int round = 0; round < ROUNDS && !next.isEmpty(); round++) {
			carryOut(run, next);
			next = next(run, true);
		}
		// Only now, because a wanted address may turn out to be one of these mailboxes.
		carryOut(run, next(run, false));
		return run.tally().outcome();
	}

	void switchOn(Work work, MailboxAddress mailbox, Set<MailPermission> protocols) {
		this.attempts.around(work, Call.SWITCH_ON_PROTOCOL, mailbox + " " + protocols.stream().sorted().toList(),
				() -> {
					this.mailboxes.switchOn(work.delegation(), mailbox, protocols);
					return mailbox;
				});
		this.opener.seen(work, mailbox, this.mailboxes.switches(work.delegation(), mailbox));
	}

	private void carryOut(MailboxRun run, List<ChosenMailbox> some) {
		new WorkQueue<>(some, (row) -> carryOut(run, row)).run(this.exchange.atOnce());
	}

	private void carryOut(MailboxRun run, ChosenMailbox row) {
		run.tally().begun().add(row.address());
		try {
			if (row.wanted()) {
				this.opener.open(run, row);
			}
			else {
				this.opener.close(run, row);
			}
		}
		catch (MicrosoftException ex) {
			switch (Hope.after(ex.failure())) {
				case NONE -> throw ex;
				case SOON -> later(run, row, ex);
				case OTHERS -> this.opener.fail(run, row, ex.failure());
			}
		}
	}

	private static void later(MailboxRun run, ChosenMailbox row, MicrosoftException ex) {
		run.tally().later().add(row.address());
		if (run.tally().later().size() > PATIENCE) {
			throw ex;
		}
	}

	private List<ChosenMailbox> next(MailboxRun run, boolean wanted) {
		return this.rows.of(run.work().connection())
			.stream()
			.filter((row) -> row.wanted() == wanted && !run.tally().begun().contains(row.address())
					&& !run.tally().open().contains(row.address()))
			.sorted(UNSEEN_FIRST)
			.toList();
	}

	private boolean fresh(ConnectionId connection) {
		return this.attempts.latest(connection, Call.REGISTER_IN_EXCHANGE)
			.filter((at) -> at.plus(FRESH).isAfter(this.clock.instant()))
			.isPresent();
	}

}
