package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who stands in everybody's way in the database.
 */
public class Obstacle {

	private static final Duration LONGER = Duration.ofMillis(1500);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Obstacle(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Lets nobody write into the audit trail, for longer than the database lets them
	 * wait.
	 */
	public void stand() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select * from audit_head for update").query().listOfRows();
			Instant until = Instant.now().plus(LONGER);
			Awaitility.await("longer than the database waits")
				.pollInSameThread()
				.until(() -> Instant.now().isAfter(until));
		});
	}

}
