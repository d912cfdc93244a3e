package com.highstage.portal.registration;

import java.time.Clock;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;

/**
 * The real registration rows, for tests without a Spring context.
 */
public final class TestRegistration {

	private TestRegistration() {
	}

	/**
	 * Connections in a database.
	 * @param database which
	 * @param clock says when
	 * @return the connections
	 */
	public static Connections connections(Database database, Clock clock) {
		return new JdbcConnections(database.jdbc(), (event) -> {
		}, clock);
	}

	/**
	 * Attempts in a database, audited for real.
	 * @param database which
	 * @param clock says when
	 * @return the attempts
	 */
	public static Attempts attempts(Database database, Clock clock) {
		return new JdbcAttempts(database.jdbc(), database.transactionManager(), TestAudit.trail(database, clock),
				clock);
	}

}
