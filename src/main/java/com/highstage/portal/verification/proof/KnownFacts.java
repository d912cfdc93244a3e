package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connection;

/**
 * Collects what the other modules know of a connection, in the caller's transaction.
 */
@Component
class KnownFacts {

	private final ChosenMailboxes mailboxes;

	private final MailboxAccess access;

	private final Credentials credentials;

	private final Attempts attempts;

	private final Clock clock;

	KnownFacts(ChosenMailboxes mailboxes, MailboxAccess access, Credentials credentials, Attempts attempts,
			Clock clock) {
		this.mailboxes = mailboxes;
		this.access = access;
		this.credentials = credentials;
		this.attempts = attempts;
		this.clock = clock;
	}

	Known of(Connection connection) {
		List<ChosenMailbox> wanted = this.mailboxes.of(connection.id())
			.stream()
			.filter(ChosenMailbox::wanted)
			.sorted(Comparator.comparing(ChosenMailbox::address))
			.toList();
		long sequence = this.credentials.newest(connection.id()).map(CredentialVersion::sequence).orElse(0L);
		return new Known(connection.id(), connection.tenant(), sequence, this.access.known(connection), wanted,
				latest(connection, Call.GRANT), latest(connection, Call.REGISTER_IN_EXCHANGE),
				latest(connection, Call.SWITCH_ON_PROTOCOL), this.clock.instant());
	}

	private @Nullable Instant latest(Connection connection, Call call) {
		return this.attempts.latest(connection.id(), call).orElse(null);
	}

}
