package com.highstage.portal.handover.feed;

import com.highstage.portal.database.Database;

/**
 * The real feed, for tests without a Spring context.
 */
public final class TestFeed {

	private TestFeed() {
	}

	/**
	 * What Highstage is shown of a database.
	 * @param database which
	 * @return the connections
	 */
	public static ShownConnections shown(Database database) {
		return new JdbcShownConnections(database.jdbc(), database.transactionManager());
	}

}
