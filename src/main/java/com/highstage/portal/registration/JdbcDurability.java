package com.highstage.portal.registration;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Syncs the embedded H2; PostgreSQL does so with each commit.
 */
@Component
class JdbcDurability implements Durability {

	private final JdbcClient jdbc;

	private final boolean embedded;

	JdbcDurability(JdbcClient jdbc, DataSource dataSource) throws SQLException {
		this.jdbc = jdbc;
		try (Connection connection = dataSource.getConnection()) {
			this.embedded = "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

	@Override
	public void sync() {
		if (this.embedded) {
			this.jdbc.sql("checkpoint sync").update();
		}
	}

}
