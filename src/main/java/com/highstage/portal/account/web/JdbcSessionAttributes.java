package com.highstage.portal.account.web;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Of two requests of one session that add the same thing, the later one has its way; as
 * Spring Session comes, it would fail.
 */
@Component
class JdbcSessionAttributes implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final String MERGE = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)
			""";

	private final boolean embedded;

	JdbcSessionAttributes(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			this.embedded = "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

	@Override
	public void customize(JdbcIndexedSessionRepository sessions) {
		if (this.embedded) {
			sessions.setCreateSessionAttributeQuery(MERGE);
		}
		else {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		}
	}

}
