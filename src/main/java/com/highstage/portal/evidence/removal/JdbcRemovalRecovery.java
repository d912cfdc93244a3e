package com.highstage.portal.evidence.removal;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Takes up at once the removal that a killed process left: the embedded database has one
 * process only, so what is held when it starts is held by nobody. On PostgreSQL the lease
 * runs out instead.
 */
@Component
class JdbcRemovalRecovery implements InitializingBean {

	private final DataSource dataSource;

	private final JdbcRemovals removals;

	JdbcRemovalRecovery(DataSource dataSource, JdbcRemovals removals) {
		this.dataSource = dataSource;
		this.removals = removals;
	}

	@Override
	public void afterPropertiesSet() throws SQLException {
		if (embedded()) {
			this.removals.freeLeases();
		}
	}

	private boolean embedded() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

}
