package com.highstage.portal.registration;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.tenant.ConnectionMoved;

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
		return new JdbcConnections(database.jdbc(), feed(database, clock), (event) -> {
		}, clock);
	}

	/**
	 * Raises the number that Highstage follows, for what publishes that a connection has
	 * moved.
	 * @param database which
	 * @param clock says when
	 * @return the publisher
	 */
	public static ApplicationEventPublisher moves(Database database, Clock clock) {
		JdbcChangeFeed feed = feed(database, clock);
		return (event) -> {
			if (event instanceof ConnectionMoved moved) {
				feed.moved(moved);
			}
		};
	}

	static JdbcChangeFeed feed(Database database, Clock clock) {
		return new JdbcChangeFeed(database.jdbc(), clock, database.transactionManager());
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
