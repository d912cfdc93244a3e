package com.highstage.portal.renewal;

import java.util.List;

import com.highstage.portal.tenant.ConnectionId;

/**
 * Who was told that a secret ends, and when.
 */
public interface Reminders {

	/**
	 * The reminders about a connection's secrets, those that were skipped left out.
	 * @param connection the connection
	 * @return the newest first
	 */
	List<Reminder> of(ConnectionId connection);

}
