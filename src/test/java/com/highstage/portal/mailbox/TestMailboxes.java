package com.highstage.portal.mailbox;

import java.time.Clock;

import com.highstage.portal.database.Database;
import com.highstage.portal.registration.TestRegistration;

/**
 * The real mailbox rows, for tests without a Spring context.
 */
public final class TestMailboxes {

	private TestMailboxes() {
	}

	/**
	 * Chosen mailboxes in a database.
	 * @param database which
	 * @return the mailboxes
	 */
	public static ChosenMailboxes chosen(Database database) {
		return new JdbcChosenMailboxes(database.jdbc(), TestRegistration.moves(database, Clock.systemUTC()));
	}

	/**
	 * What scripts have to do with them.
	 * @param database which
	 * @return the mailboxes
	 */
	public static LeavingMailboxes leaving(Database database) {
		return new JdbcLeavingMailboxes(database.jdbc());
	}

}
