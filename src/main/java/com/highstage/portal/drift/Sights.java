package com.highstage.portal.drift;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.Trouble.Source;

/**
 * The troubles that this module found, and which of them were told. Changes run in the
 * caller's transaction.
 */
interface Sights {

	/**
	 * Everything that was ever found at a connection.
	 * @param connection the connection
	 * @return the sights, the oldest first
	 */
	List<Sight> of(ConnectionId connection);

	/**
	 * Waits until nobody else weighs what was seen of a connection: what is read after
	 * that is what they found.
	 * @param connection the connection
	 */
	void hold(ConnectionId connection);

	/**
	 * Whether anything lasts at a connection.
	 * @param connection the connection
	 * @return false if nothing does
	 */
	boolean isAny(ConnectionId connection);

	/**
	 * The connections at which something lasts.
	 * @return the connections
	 */
	List<ConnectionId> open();

	/**
	 * Notes that something broke.
	 * @param connection the connection
	 * @param broken what was seen
	 * @param untold since when it is to be told; null if it is not
	 * @return false if somebody else noted it at the same time
	 */
	boolean broke(ConnectionId connection, Evidence broken, @Nullable Instant untold);

	/**
	 * Notes that what is broken was seen again.
	 * @param connection the connection
	 * @param sight what was known
	 * @param at when it was seen
	 * @param source who saw it
	 */
	void again(ConnectionId connection, Sight sight, Instant at, Source source);

	/**
	 * Notes that something is mended; what was not told yet never is.
	 * @param connection the connection
	 * @param sight what was known
	 * @param at when it was seen to be right
	 */
	void mended(ConnectionId connection, Sight sight, Instant at);

	/**
	 * The connections with something to tell of whose kind nothing was told lately.
	 * @param before noted before this time
	 * @param lately since when
	 * @return the connections
	 */
	List<ConnectionId> untold(Instant before, Instant lately);

	/**
	 * Claims what is to be told of a connection: whoever gets it tells it.
	 * @param connection the connection
	 * @param now the time
	 * @return what lasts and was not told; empty if somebody else has claimed it
	 */
	List<Sight> tell(ConnectionId connection, Instant now);

	/**
	 * Notes a report, unless a newer one was heard before.
	 * @param connection the connection
	 * @param mailbox the mailbox; null for the whole connection
	 * @param reportedAt when Highstage said so
	 * @return false if a newer one was
	 */
	boolean hears(ConnectionId connection, @Nullable MailboxAddress mailbox, Instant reportedAt);

}
