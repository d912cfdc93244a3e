package com.highstage.portal.database;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated, otherwise empty database of one test.
 *
 * @param kind which product it is
 * @param url its JDBC address
 * @param dataSource gives a connection of its own to each call
 */
public record Database(Kind kind, String url, DataSource dataSource) {

	/**
	 * Runs SQL: within {@link #transactions()} as part of the transaction, else each
	 * statement for itself.
	 * @return a client of this database
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.dataSource);
	}

	/**
	 * Runs code within a transaction.
	 * @return a template of this database
	 */
	public TransactionTemplate transactions() {
		return new TransactionTemplate(transactionManager());
	}

	/**
	 * Manages this database's transactions.
	 * @return a new transaction manager
	 */
	public PlatformTransactionManager transactionManager() {
		return new JdbcTransactionManager(this.dataSource);
	}

	@Override
	public String toString() {
		return this.kind.toString();
	}

	/**
	 * The products that the portal runs on.
	 */
	public enum Kind {

		/** The embedded default. */
		H2,

		/** For more than one machine. */
		POSTGRESQL

	}

}
