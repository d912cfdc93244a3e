package com.highstage.portal.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.tenant.ConnectionId;

/**
 * The attempts in the database.
 */
@Repository
class JdbcAttemptHistory implements AttemptHistory {

	private final JdbcClient jdbc;

	JdbcAttemptHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<PastAttempt> of(ConnectionId connection, int most) {
		return this.jdbc.sql("""
				select * from step_attempt where connection_id = :connection
				order by started_at desc, attempt_id limit :most
				""")
			.param("connection", connection.value())
			.param("most", most)
			.query(JdbcAttemptHistory::attempt)
			.list();
	}

	private static PastAttempt attempt(ResultSet row, int number) throws SQLException {
		OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
		return new PastAttempt(JdbcAttempts.attempt(row, number), row.getString("step"),
				State.valueOf(row.getString("state")), row.getString("code"), row.getString("reference"),
				(ended != null) ? ended.toInstant() : null);
	}

}
