package com.highstage.portal.mailbox;

import java.time.Instant;
import java.util.Set;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * What scripts have to do with mailboxes: those that one may have opened stay known when
 * they are taken off the list, until somebody has seen that they are closed. Changes run
 * in the caller's transaction.
 */
public interface LeavingMailboxes {

	/**
	 * Notes that a script is handed out which opens all wanted mailboxes and closes those
	 * that are off the list. What Exchange has shown to be open already, or what the
	 * portal opened, is not the script's doing.
	 * @param connection whose list
	 * @param at when
	 */
	void handedOut(ConnectionId connection, Instant at);

	/**
	 * Notes that a login opened a wanted mailbox of which Exchange has not said that it
	 * is open: it was opened by a script, or by hand instead of one.
	 * @param connection whose list
	 * @param mailbox the mailbox
	 * @param at when
	 */
	void loggedIn(ConnectionId connection, MailboxAddress mailbox, Instant at);

	/**
	 * The mailboxes that a script may have opened, on the list or not.
	 * @param connection whose list
	 * @return the addresses
	 */
	Set<MailboxAddress> scripted(ConnectionId connection);

	/**
	 * Forgets a mailbox that is off the list and was seen to be closed.
	 * @param connection whose list
	 * @param mailbox the mailbox
	 * @return false if somebody wanted it again meanwhile
	 */
	boolean seenClosed(ConnectionId connection, MailboxAddress mailbox);

}
