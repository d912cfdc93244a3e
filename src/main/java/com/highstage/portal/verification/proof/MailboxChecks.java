package com.highstage.portal.verification.proof;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * The stored checks of each connection. Changes run in the caller's transaction.
 */
interface MailboxChecks {

	/**
	 * The checks of wanted mailboxes.
	 * @param connection whose
	 * @return those that were made
	 */
	List<StoredCheck> of(ConnectionId connection);

	/**
	 * Stores what a try has shown; without effect if the mailbox is no longer wanted. Who
	 * asked again meanwhile is not forgotten.
	 * @param connection whose
	 * @param check the check
	 * @param startedAt when the try began
	 */
	void save(ConnectionId connection, StoredCheck check, Instant startedAt);

	/**
	 * Makes checks due, and lets waiting begin anew.
	 * @param connection whose
	 * @param mailbox only this one; null for all of them
	 * @param now when
	 */
	void again(ConnectionId connection, @Nullable MailboxAddress mailbox, Instant now);

	/**
	 * Forgets what was found at mailboxes, on the list or off it.
	 * @param connection whose
	 * @param mailboxes by any address that they were chosen by
	 */
	void forget(ConnectionId connection, Collection<MailboxAddress> mailboxes);

}
