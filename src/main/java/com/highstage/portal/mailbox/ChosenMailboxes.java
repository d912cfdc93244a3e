package com.highstage.portal.mailbox;

import java.util.Collection;
import java.util.List;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * The mailboxes of each connection. Changes run in the caller's transaction.
 */
public interface ChosenMailboxes {

	/**
	 * Makes a list the connection's list: new ones are added, those that are not in it
	 * are no longer wanted (and forgotten at once if nothing was granted for them). A
	 * mailbox that was typed with another of its addresses is known by that one, too, so
	 * the same list may be chosen again after Exchange was asked.
	 * @param connection whose list
	 * @param addresses the whole list
	 */
	void choose(ConnectionId connection, Collection<MailboxAddress> addresses);

	/**
	 * All mailboxes of a connection, by address, those included from which access is yet
	 * to be taken away.
	 * @param connection whose list
	 * @return the mailboxes
	 */
	List<ChosenMailbox> of(ConnectionId connection);

	/**
	 * The addresses on a connection's list.
	 * @param connection whose list
	 * @return the addresses in order, without those that access is to be taken away from
	 */
	List<MailboxAddress> wanted(ConnectionId connection);

	/**
	 * How many mailboxes a connection has in each state; cheap enough for a page that
	 * asks again and again.
	 * @param connection whose list
	 * @return the numbers
	 */
	MailboxCount count(ConnectionId connection);

}
