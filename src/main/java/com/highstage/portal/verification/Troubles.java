package com.highstage.portal.verification;

import java.util.List;

import com.highstage.portal.tenant.ConnectionId;

/**
 * What is wrong with finished connections. A connection with any trouble needs attention,
 * and Highstage is told so. Changes run in the caller's transaction and come last in it.
 */
public interface Troubles {

	/**
	 * Notes a trouble; what was noticed before keeps its time.
	 * @param trouble the trouble
	 * @return whether it is news
	 */
	boolean found(Trouble trouble);

	/**
	 * Notes that a trouble is over; without effect if there was none.
	 * @param connection the connection
	 * @param kind what it was
	 * @param subject the mailbox's address; empty for what concerns the whole connection
	 * @return whether there was one
	 */
	boolean mended(ConnectionId connection, Trouble.Kind kind, String subject);

	/**
	 * What is wrong with a connection, the oldest first.
	 * @param connection the connection
	 * @return empty if nothing is known to be wrong
	 */
	List<Trouble> of(ConnectionId connection);

}
