package com.highstage.portal.operator.desk;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL plan each query for its own values: a plan for any values takes the same
 * way for a rare and for a common one. A search for words goes along indexes besides:
 * fifty rows are never worth reading a whole table, however wrong the estimates of how
 * many rows have a word.
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
	 * Plans what is asked from now to the end of the transaction.
	 * @param words whether words are searched for
	 */
	void forTheseValues(boolean words) {
		if (this.planned) {
			this.jdbc.sql("""
					select set_config('plan_cache_mode', 'force_custom_plan', true),
						set_config('enable_seqscan', :scan, true)
					""").param("scan", words ? "off" : "on").query().singleRow();
		}
	}

}
