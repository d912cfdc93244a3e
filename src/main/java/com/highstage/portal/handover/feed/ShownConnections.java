package com.highstage.portal.handover.feed;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * The connections that Highstage is shown. Each answer is of one moment: a connection and
 * its mailboxes always fit together.
 */
public interface ShownConnections {

	/**
	 * What has changed, in the order of the changes.
	 * @param change the number of the last change that is known already; 0 for all
	 * @param limit how many connections at most
	 * @param tenant only those of this organisation; null for all
	 * @return the connections; fewer than asked for if there are no more
	 */
	List<ShownConnection> after(long change, int limit, @Nullable TenantId tenant);

	/**
	 * One connection.
	 * @param id the connection
	 * @return empty if Highstage is not shown such a connection
	 */
	Optional<ShownConnection> find(ConnectionId id);

	/**
	 * The number that was given last, whether or not Highstage is shown what has changed.
	 * @return 0 if nothing ever changed
	 */
	long lastChange();

}
