package com.highstage.portal.verification;

import java.time.Clock;

import com.highstage.portal.database.Database;
import com.highstage.portal.registration.TestRegistration;

/**
 * The real troubles in a database, for tests without a Spring context.
 */
public final class TestTroubles {

	private TestTroubles() {
	}

	public static Troubles on(Database database, Clock clock) {
		return new JdbcTroubles(database.jdbc(), TestRegistration.connections(database, clock));
	}

}
