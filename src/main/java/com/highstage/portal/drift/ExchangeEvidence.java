package com.highstage.portal.drift;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What Exchange has said of a connection, each with the time at which it was asked. What
 * it was not asked, or did not answer, is missing.
 *
 * @param facts how Exchange knows the application
 * @param finished the protocols with which the connection was finished
 */
record ExchangeEvidence(ExchangeFacts facts, Set<MailPermission> finished) {

	Stream<Evidence> registration() {
		Instant at = this.facts.lookedUpAt();
		if (at == null || this.facts.state() == State.UNKNOWN) {
			return Stream.empty();
		}
		Cause cause = (this.facts.state() == State.WRONG_OBJECT_ID) ? Cause.WRONG_OBJECT_ID
				: Cause.REGISTRATION_REMOVED;
		Evidence evidence = evidence(Kind.REGISTRATION_GONE, "", at,
				(this.facts.state() == State.REGISTERED) ? null : because(cause, ""));
		return Stream.of(evidence);
	}

	/**
	 * What a mailbox's row tells.
	 * @param row the mailbox, which had opened
	 * @return what was seen; nothing of what hangs on something else that is wrong
	 */
	Stream<Evidence> mailbox(ChosenMailbox row) {
		Instant at = row.lookedUpAt();
		if (at == null) {
			return Stream.empty();
		}
		String address = row.address().value();
		Explanation said = row.explanation();
		return switch (row.access()) {
			case UNKNOWN -> Stream.empty();
			case MISSING -> Stream.of(evidence(Kind.MAILBOX_GONE, address, at, because(Cause.MAILBOX_DELETED, "")));
			case FAILED -> (said != null && said.key().equals(Cause.MAILBOX_RENAMED.key()))
					? Stream.of(evidence(Kind.MAILBOX_RENAMED, address, at, said),
							Evidence.right(Kind.MAILBOX_GONE, address, Source.VISIT, at))
					: Stream.empty();
			case OPEN,
					CLOSED ->
				Stream.of(
						Stream.of(Evidence.right(Kind.MAILBOX_GONE, address, Source.VISIT, at),
								Evidence.right(Kind.MAILBOX_RENAMED, address, Source.VISIT, at)),
						access(row, at), switches(row, at))
					.flatMap((part) -> part);
		};
	}

	private Stream<Evidence> access(ChosenMailbox row, Instant at) {
		String address = row.address().value();
		if (row.access() == Access.OPEN) {
			return Stream.of(Evidence.right(Kind.ACCESS_GONE, address, Source.VISIT, at));
		}
		// what an application may do that Exchange does not know is not said
		return (this.facts.state() == State.REGISTERED)
				? Stream.of(evidence(Kind.ACCESS_GONE, address, at, because(Cause.ACCESS_TAKEN, ""))) : Stream.empty();
	}

	private Stream<Evidence> switches(ChosenMailbox row, Instant at) {
		Switches switches = row.switches();
		if (switches == null) {
			return Stream.empty();
		}
		Set<MailPermission> off = this.finished.stream()
			.filter((protocol) -> !switches.on(protocol, row.smtpOff()))
			.collect(Collectors.toSet());
		Cause cause = off.equals(Set.of(MailPermission.SMTP)) ? Cause.SMTP_OFF : Cause.PROTOCOL_OFF;
		String names = off.stream().sorted().map(MailPermission::name).collect(Collectors.joining(" "));
		return Stream
			.of(evidence(Kind.PROTOCOL_OFF, row.address().value(), at, off.isEmpty() ? null : because(cause, names)));
	}

	/**
	 * What logins of the portal's own have shown.
	 * @param address the mailbox
	 * @param openedAt when it had opened on every protocol
	 * @return what was seen to be right
	 */
	static Stream<Evidence> opened(String address, Instant openedAt) {
		return Stream
			.of(Kind.MAILBOX_GONE, Kind.MAILBOX_RENAMED, Kind.ACCESS_GONE, Kind.PROTOCOL_OFF, Kind.LOGIN_FAILED)
			.map((kind) -> Evidence.right(kind, address, Source.PORTAL, openedAt));
	}

	private static Evidence evidence(Kind kind, String subject, Instant at, @Nullable Explanation broken) {
		return new Evidence(kind, subject, Source.VISIT, at, broken);
	}

	private static Explanation because(Cause cause, String code) {
		return new Explanation(cause.key(), code, "");
	}

}
