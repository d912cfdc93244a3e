package com.highstage.portal.verification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Proves by real logins that the wanted mailboxes open, at most 20 at once; each result
 * is stored as it comes, so that pages show live progress and a killed process goes on
 * where it was.
 */
public interface MailboxProof {

	/**
	 * Tries every login that is due: not proven yet with the connection's newest
	 * credential, and not waiting for a later time.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @param token a fresh app-only token
	 * @param lease held while this takes its time
	 * @return where all of them stand
	 */
	Standing prove(Connection connection, Set<MailPermission> chosen, AppToken token, Work.Lease lease);

	/**
	 * Tries a few of the logins that are due, those that were tried longest ago: enough
	 * to notice that somebody else has opened the mailboxes.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @param token a fresh app-only token
	 * @param lease held while this takes its time
	 * @return where all of them stand
	 */
	Standing probe(Connection connection, Set<MailPermission> chosen, AppToken token, Work.Lease lease);

	/**
	 * Where the wanted mailboxes stand, without asking.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @return where all of them stand
	 */
	Standing standing(Connection connection, Set<MailPermission> chosen);

	/**
	 * Every wanted mailbox on every chosen protocol, by address and protocol; what was
	 * not tried yet is {@link CheckResult.NotChecked}.
	 * @param connection the connection
	 * @param chosen the chosen protocols
	 * @return the checks
	 */
	List<MailboxCheck> checks(Connection connection, Set<MailPermission> chosen);

	/**
	 * Makes checks due now, because a person asked for it or something was mended; what
	 * had passed stays passed until it is tried again. In the caller's transaction.
	 * @param connection whose
	 * @param mailbox only this one; null for all of them
	 */
	void again(ConnectionId connection, @Nullable MailboxAddress mailbox);

	/**
	 * Forgets what logins have shown at mailboxes, because they are put on the list:
	 * while they were off it, they may have been closed. In the caller's transaction.
	 * @param connection whose
	 * @param mailboxes by the addresses that they were chosen by
	 */
	void forget(ConnectionId connection, Collection<MailboxAddress> mailboxes);

	/**
	 * On request: a mailbox that was not granted must stay closed.
	 * @param connection the connection
	 * @param own the mailbox of the person who asks
	 * @param token a fresh app-only token
	 * @return what was found
	 */
	Negative negative(Connection connection, MailboxAddress own, AppToken token);

	/**
	 * Where the checks of a connection stand.
	 *
	 * @param passed how many have passed
	 * @param failed how many failed for a reason that waiting does not mend
	 * @param waiting how many wait for Microsoft, or could not be checked and are tried
	 * again
	 * @param proven the protocols on which at least one mailbox has opened
	 * @param nextLook when the next one is due; null if none is
	 */
	record Standing(int passed, int failed, int waiting, Set<MailPermission> proven, @Nullable Instant nextLook) {
		public Standing {
			proven = Set.copyOf(proven);
		}
	}

	/**
	 * What a negative proof has shown.
	 */
	enum Negative {

		/** The mailbox stays closed, as it must. */
		STAYS_CLOSED,
		/** It opened although nobody granted that here: the application may read more. */
		OPENS,
		/** It is one of the granted mailboxes, so it proves nothing. */
		IS_GRANTED,
		/** No connection, no answer: nothing was shown. */
		NOT_CHECKED

	}

}
