package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;

import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ObjectId;

/**
 * Takes access to mailboxes away where the portal gave it: none of them is wanted any
 * more since the removal began.
 */
@Component
class MailboxesPart implements PartWork {

	private final ChosenMailboxes mailboxes;

	private final MailboxAccess access;

	private final ExchangeDoor door;

	private final Clock clock;

	MailboxesPart(ChosenMailboxes mailboxes, MailboxAccess access, ExchangeDoor door, Clock clock) {
		this.mailboxes = mailboxes;
		this.access = access;
		this.door = door;
		this.clock = clock;
	}

	@Override
	public Part part() {
		return Part.MAILBOXES;
	}

	@Override
	public PartRecord advance(RemovalRun run, PartRecord before) {
		ObjectId principal = run.connection().application().servicePrincipal();
		if (principal == null || isDone(run)) {
			return before.done(this.clock.instant());
		}
		if (!this.door.isOpenTo(run)) {
			return before.forPerson(null, this.clock.instant());
		}
		Outcome outcome = this.access.carryOut(run.exchangeWork(part()), principal, EnumSet.of(MailPermission.IMAP));
		Instant now = this.clock.instant();
		if (isDone(run)) {
			return before.done(now);
		}
		return (outcome.failed() > 0) ? before.failed(why(run), now)
				: before.later(Waits.next(now, before, null), Explanations.of(Cause.MICROSOFT_BUSY), now);
	}

	private boolean isDone(RemovalRun run) {
		return this.mailboxes.count(run.connection().id()).leaving() == 0;
	}

	private Explanation why(RemovalRun run) {
		return this.mailboxes.of(run.connection().id())
			.stream()
			.map(ChosenMailbox::explanation)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> Explanations.of(Cause.MICROSOFT_BUSY));
	}

}
