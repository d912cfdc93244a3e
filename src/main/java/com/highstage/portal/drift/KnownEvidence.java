package com.highstage.portal.drift;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.verification.MailboxCheck;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * What the portal has stored of a connection since it was finished: what Exchange said
 * when somebody looked, and what the portal's own checks have shown.
 */
@Component
class KnownEvidence {

	private static final Set<Kind> OF_MAILBOXES = Set.of(Kind.ACCESS_GONE, Kind.PROTOCOL_OFF, Kind.MAILBOX_RENAMED,
			Kind.MAILBOX_GONE, Kind.LOGIN_FAILED);

	private final ChosenMailboxes mailboxes;

	private final MailboxAccess access;

	private final MailboxProof proof;

	private final Sights sights;

	private final Clock clock;

	KnownEvidence(ChosenMailboxes mailboxes, MailboxAccess access, MailboxProof proof, Sights sights, Clock clock) {
		this.mailboxes = mailboxes;
		this.access = access;
		this.proof = proof;
		this.sights = sights;
		this.clock = clock;
	}

	/**
	 * All of it as evidence.
	 * @param connection the connection
	 * @param finished with what it was finished
	 * @return what was seen
	 */
	List<Evidence> evidence(Connection connection, PassedCheck finished) {
		ExchangeEvidence exchange = new ExchangeEvidence(this.access.known(connection), finished.permissions());
		Map<String, ChosenMailbox> rows = wanted(connection);
		List<Evidence> all = new ArrayList<>(passed(finished));
		exchange.registration().forEach(all::add);
		openedAt(connection, finished).forEach((address, at) -> {
			ExchangeEvidence.opened(address, at).forEach(all::add);
			if (rows.containsKey(address)) {
				exchange.mailbox(rows.get(address)).forEach(all::add);
			}
		});
		offTheList(connection, rows.keySet()).forEach(all::add);
		return all;
	}

	/**
	 * When something was last seen at a mailbox that an older report knows nothing of.
	 * @param connection the connection
	 * @param finished with what it was finished
	 * @param address the mailbox
	 * @return the time
	 */
	Instant seenAt(Connection connection, PassedCheck finished, String address) {
		ChosenMailbox row = wanted(connection).get(address);
		Instant looked = (row != null) ? row.lookedUpAt() : null;
		Instant opened = openedAt(connection, finished).get(address);
		return Stream.of(Stream.of(finished.at()), Stream.ofNullable(looked), Stream.ofNullable(opened))
			.flatMap((part) -> part)
			.max(Instant::compareTo)
			.orElseThrow();
	}

	boolean isOnTheList(Connection connection, String address) {
		return wanted(connection).containsKey(address);
	}

	private Map<String, ChosenMailbox> wanted(Connection connection) {
		return this.mailboxes.of(connection.id())
			.stream()
			.filter(ChosenMailbox::wanted)
			.collect(Collectors.toMap((row) -> row.address().value(), (row) -> row));
	}

	// A mailbox counts as finished once it has opened on every protocol.
	private Map<String, Instant> openedAt(Connection connection, PassedCheck finished) {
		Map<String, List<MailboxCheck>> checks = this.proof.checks(connection, finished.permissions())
			.stream()
			.collect(Collectors.groupingBy((check) -> check.address().value()));
		return checks.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().allMatch((check) -> check.verifiedAt() != null))
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue()
						.stream()
						.flatMap((check) -> Stream.ofNullable(check.verifiedAt()))
						.min(Instant::compareTo)
						.orElseThrow()));
	}

	private static List<Evidence> passed(PassedCheck finished) {
		return Stream
			.of(Kind.SECRET_ENDED, Kind.SECRET_REMOVED, Kind.CONSENT_WITHDRAWN, Kind.APPLICATION_GONE,
					Kind.APPLICATION_DISABLED, Kind.REGISTRATION_GONE, Kind.LOGIN_FAILED)
			.map((kind) -> Evidence.right(kind, "", Source.PORTAL, finished.at()))
			.toList();
	}

	private Stream<Evidence> offTheList(Connection connection, Set<String> wanted) {
		return this.sights.of(connection.id())
			.stream()
			.filter((sight) -> sight.open() && OF_MAILBOXES.contains(sight.kind()) && !sight.subject().isEmpty()
					&& !wanted.contains(sight.subject()))
			.map((sight) -> Evidence.right(sight.kind(), sight.subject(), Source.PORTAL, this.clock.instant()));
	}

}
