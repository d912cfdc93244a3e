package com.highstage.portal.onboarding.work;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up at once what a killed process left: the embedded database has one process
 * only, so what is held when it starts is held by nobody. On PostgreSQL leases and
 * heartbeats run out instead.
 */
@Component
class JdbcRecovery implements InitializingBean {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final Onboardings onboardings;

	JdbcRecovery(JdbcClient jdbc, DataSource dataSource, Onboardings onboardings) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.onboardings = onboardings;
	}

	@Override
	public void afterPropertiesSet() throws SQLException {
		if (embedded()) {
			this.onboardings.freeLeases();
			this.jdbc.sql("""
					update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
						version = version + 1
					where picked = true
					""").update();
		}
	}

	private boolean embedded() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return "H2".equals(connection.getMetaData().getDatabaseProductName());
		}
	}

}
