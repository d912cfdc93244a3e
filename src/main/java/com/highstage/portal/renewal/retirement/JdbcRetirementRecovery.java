package com.highstage.portal.renewal.retirement;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Takes up at once what a killed process left: the embedded database has one process
 * only, so what is held when it starts is held by nobody. On PostgreSQL the lease runs
 * out instead.
 */
@Component
class JdbcRetirementRecovery implements InitializingBean {

	private final DataSource dataSource;

	private final JdbcRetirements retirements;

	JdbcRetirementRecovery(DataSource dataSource, JdbcRetirements retirements) {
		this.dataSource = dataSource;
		this.retirements = retirements;
	}

	@Override
	public void afterPropertiesSet() throws SQLException {
		if (embedded()) {
			this.retirements.freeLeases();
		}
	}

	private boolean embedded() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

}
