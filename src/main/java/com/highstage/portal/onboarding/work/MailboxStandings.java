package com.highstage.portal.onboarding.work;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.MailboxProof.Standing;

/**
 * How far a connection's mailboxes are.
 */
@Component
class MailboxStandings {

	private final ChosenMailboxes mailboxes;

	private final MailboxProof proof;

	MailboxStandings(ChosenMailboxes mailboxes, MailboxProof proof) {
		this.mailboxes = mailboxes;
		this.proof = proof;
	}

	MailboxCount count(@Nullable Connection connection) {
		return (connection != null) ? this.mailboxes.count(connection.id()) : MailboxCount.NONE;
	}

	Standing logins(@Nullable Connection connection, Set<MailPermission> permissions) {
		return (connection != null) ? this.proof.standing(connection, permissions) : Background.NOTHING;
	}

}
