package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.LeavingMailboxes;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Withdrawal;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Says what a removal comprises, from what the portal knows.
 */
@Component
class Scopes {

	private final ChosenMailboxes mailboxes;

	private final LeavingMailboxes leaving;

	private final MailboxAccess access;

	private final Attempts attempts;

	Scopes(ChosenMailboxes mailboxes, LeavingMailboxes leaving, MailboxAccess access, Attempts attempts) {
		this.mailboxes = mailboxes;
		this.leaving = leaving;
		this.access = access;
		this.attempts = attempts;
	}

	Removal.Scope of(Connection connection) {
		boolean ours = Withdrawal.isOurs(connection);
		// where mailboxes were chosen somebody may have registered it with the script
		List<ChosenMailbox> chosen = this.mailboxes.of(connection.id());
		Set<MailboxAddress> scripted = this.leaving.scripted(connection.id());
		return new Removal.Scope(ours, ours && (!chosen.isEmpty() || isInExchange(connection)),
				chosen.stream()
					.filter((mailbox) -> mailbox.ours() || mailbox.access() == Access.OPEN
							|| scripted.contains(mailbox.address()))
					.map((mailbox) -> new RemovalMailbox(mailbox.address(),
							mailbox.ours() || scripted.contains(mailbox.address())))
					.toList());
	}

	/**
	 * Whether there can be anything at Microsoft.
	 * @param connection the connection
	 * @return false if no application is known and none was ever about to be made
	 */
	boolean isAnythingMade(Connection connection) {
		return connection.application().clientId() != null
				|| this.attempts.latest(connection.id(), Call.CREATE_APPLICATION).isPresent();
	}

	private boolean isInExchange(Connection connection) {
		ExchangeFacts.State known = this.access.known(connection).state();
		return known == ExchangeFacts.State.REGISTERED || known == ExchangeFacts.State.WRONG_OBJECT_ID
				|| this.attempts.latest(connection.id(), Call.REGISTER_IN_EXCHANGE).isPresent();
	}

}
