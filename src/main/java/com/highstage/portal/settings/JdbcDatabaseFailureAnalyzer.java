package com.highstage.portal.settings;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a database that another process holds, that cannot be reached or
 * that refuses the portal.
 */
class JdbcDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	// org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1; H2 is not on the compiler's class
	// path
	private static final int H2_ALREADY_OPEN = 90020;

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		if (cause.getErrorCode() == H2_ALREADY_OPEN) {
			return new FailureAnalysis(
					"The embedded database is in use by another process: most likely another portal "
							+ "runs on the same data directory.",
					"""
							Stop the other process, or let portal.data name another directory. To run several portals \
							on the same data set spring.datasource.url to a PostgreSQL. README.md, "PostgreSQL".""",
					cause);
		}
		String state = (cause.getSQLState() != null) ? cause.getSQLState() : "";
		if (state.startsWith("08") || state.startsWith("28") || state.equals("3D000")) {
			return new FailureAnalysis("The database does not let the portal in: " + cause.getMessage(), """
					Check spring.datasource.url, spring.datasource.username and spring.datasource.password, and that \
					the database exists and can be reached from here. README.md, "PostgreSQL".""", cause);
		}
		return null;
	}

}
