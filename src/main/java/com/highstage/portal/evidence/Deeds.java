package com.highstage.portal.evidence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.highstage.portal.audit.AuditEntries.Entry;
import com.highstage.portal.evidence.MailboxEvidence.Proof;
import com.highstage.portal.evidence.Records.WrittenDown;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.registration.AttemptHistory.State;

/**
 * Puts what was done and who did it together: attempts know what came of them, the audit
 * trail knows on whose behalf they were made.
 */
final class Deeds {

	/** Shown with the mailboxes. */
	private static final Set<Call> OF_MAILBOXES = EnumSet.of(Call.OPEN_MAILBOX, Call.CLOSE_MAILBOX);

	private final WrittenDown written;

	private final Map<String, String> actors = new HashMap<>();

	Deeds(WrittenDown written) {
		this.written = written;
		for (Entry entry : written.entries()) {
			String attempt = entry.details().get("attempt");
			if (attempt != null) {
				this.actors.putIfAbsent(attempt, entry.actorName());
			}
		}
	}

	/**
	 * What the portal changed, mailboxes aside.
	 * @return the oldest first
	 */
	List<Deed> changes() {
		return this.written.attempts()
			.stream()
			.filter((past) -> past.state() != State.FAILED && !OF_MAILBOXES.contains(past.attempt().call()))
			.map((past) -> new Deed(past.attempt().call(), past.attempt().subject(), who(past),
					past.attempt().startedAt(), past.state() == State.DONE))
			.sorted(Comparator.comparing(Deed::at))
			.toList();
	}

	/**
	 * Who gave access to which mailbox, and what was proven.
	 * @param entries the mailboxes
	 * @return the same mailboxes
	 */
	List<MailboxEvidence> mailboxes(List<MailboxList.Entry> entries) {
		Map<String, String> givers = new HashMap<>();
		this.written.attempts()
			.stream()
			.filter((past) -> past.attempt().call() == Call.OPEN_MAILBOX && past.state() != State.FAILED)
			.forEach((past) -> givers.putIfAbsent(past.attempt().subject().split(" ")[0], who(past)));
		return entries.stream().map((entry) -> mailbox(entry, givers)).toList();
	}

	private static MailboxEvidence mailbox(MailboxList.Entry entry, Map<String, String> givers) {
		ChosenMailbox mailbox = entry.mailbox();
		boolean open = mailbox.access() == ChosenMailbox.Access.OPEN;
		String who = mailbox.ours() ? givers.getOrDefault(mailbox.address().value(), "") : "";
		return new MailboxEvidence(mailbox.address(), open, mailbox.ours(), who, mailbox.openedAt(),
				entry.checks().stream().map((check) -> new Proof(check.protocol(), check.verifiedAt())).toList());
	}

	private String who(PastAttempt past) {
		return this.actors.getOrDefault(past.attempt().id().value(), "");
	}

}
