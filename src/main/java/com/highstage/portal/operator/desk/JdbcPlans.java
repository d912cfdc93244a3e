package com.highstage.portal.operator.desk;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL plan each search for its own words, and along indexes: a plan for any
 * words takes the same way for a rare and for a common one, and fifty rows are never
 * worth reading a whole table, however wrong the estimates.
 */
@Component
class JdbcPlans {

	private final JdbcClient jdbc;

	private final boolean planned;

	JdbcPlans(JdbcClient jdbc, DataSource dataSource) throws SQLException {
		this.jdbc = jdbc;
		try (Connection connection = dataSource.getConnection()) {
			this.planned = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

	/**
	 * From now to the end of the transaction.
	 */
	void forTheseValues() {
		if (this.planned) {
			this.jdbc
				.sql("""
						select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
						""")
				.query()
				.singleRow();
		}
	}

}
