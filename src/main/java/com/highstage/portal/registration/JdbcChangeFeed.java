package com.highstage.portal.registration;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ConnectionMoved;

/**
 * Numbers changes so that the numbers follow the order of the commits. A transaction
 * takes its number just before it commits, whatever it changed and how often: until then
 * nobody waits for it, and from then on the next number waits until it has committed.
 */
@Repository
class JdbcChangeFeed {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate transaction;

	JdbcChangeFeed(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener
	void moved(ConnectionMoved moved) {
		raise(moved.connection());
	}

	/**
	 * Gives a connection the next number when the transaction commits; at once without
	 * one.
	 * @param connection what has changed
	 */
	void raise(ConnectionId connection) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			pending().connections.add(connection);
		}
		else {
			this.transaction.executeWithoutResult((status) -> number(Set.of(connection)));
		}
	}

	private Pending pending() {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter((each) -> each instanceof Pending pending && pending.isOf(this))
			.map(Pending.class::cast)
			.findFirst()
			.orElseGet(() -> {
				Pending pending = new Pending();
				TransactionSynchronizationManager.registerSynchronization(pending);
				return pending;
			});
	}

	/**
	 * The connections' rows are locked before the one row that gives numbers: whoever has
	 * a number waits for nobody.
	 * @param connections what has changed
	 */
	private void number(Set<ConnectionId> connections) {
		for (ConnectionId connection : connections) {
			this.jdbc.sql("update connection set updated_at = :now where connection_id = :id")
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("id", connection.value())
				.update();
		}
		for (ConnectionId connection : connections) {
			this.jdbc.sql("update connection_change set last_change = last_change + 1 where id = 1").update();
			this.jdbc.sql("""
					update connection set change = (select last_change from connection_change where id = 1)
					where connection_id = :id
					""").param("id", connection.value()).update();
		}
	}

	/**
	 * What has changed in one transaction, in the one order in which rows are locked.
	 */
	private final class Pending implements TransactionSynchronization {

		private final Set<ConnectionId> connections = new TreeSet<>(Comparator.comparing(ConnectionId::value));

		private boolean isOf(JdbcChangeFeed feed) {
			return JdbcChangeFeed.this == feed;
		}

		// before the rows of the operators' list, which are locked after all others
		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE - 1;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			number(this.connections);
		}

	}

}
