package com.highstage.portal.verification;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Shows by real logins that mailboxes which are off the list are closed, where nobody has
 * looked in Exchange. It needs another mailbox that opens, and the secret's value, so
 * that it ends seven days after the secret was made.
 */
public interface ClosingProof {

	/**
	 * Tries the mailboxes that are due. One is forgotten once it was refused twice in a
	 * row while another one opened, and it had opened before, or Microsoft has had its
	 * time to open it.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @param tokens asked for a fresh app-only token only if one is needed
	 * @param lease held while this takes its time
	 * @return when to try again; empty if none is left, or trying has ended
	 */
	Optional<Instant> look(Connection connection, Set<MailPermission> chosen, Supplier<Optional<AppToken>> tokens,
			Work.Lease lease);

	/**
	 * Whether there are mailboxes off the list that logins can still show to be closed.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @return false if there are none, or if somebody else has to look
	 */
	boolean isUnderWay(Connection connection, Set<MailPermission> chosen);

	/**
	 * Begins to try anew, because somebody asked for it. In the caller's transaction.
	 * @param connection whose
	 */
	void again(ConnectionId connection);

}
