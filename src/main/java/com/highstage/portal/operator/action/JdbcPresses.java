package com.highstage.portal.operator.action;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.invitation.customer.CustomerId;

/**
 * Presses in the table {@code operator_press}: who comes second waits for the first and
 * then finds the row.
 */
@Repository
class JdbcPresses implements Presses {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	JdbcPresses(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	@RetriedIfOvertaken
	public <T> Optional<T> once(UUID press, Supplier<T> deed) {
		return this.transaction.execute((status) -> isFirst(press) ? Optional.of(deed.get()) : Optional.<T>empty());
	}

	private boolean isFirst(UUID press) {
		return this.jdbc.sql("""
				insert into operator_press (press_id, pressed_at) values (:press, :now) on conflict do nothing
				""").param("press", press).param("now", utc(this.clock.instant())).update() == 1;
	}

	@Override
	public void made(UUID press, CustomerId customer) {
		this.jdbc.sql("update operator_press set customer_id = :customer where press_id = :press")
			.param("customer", customer.value())
			.param("press", press)
			.update();
	}

	@Override
	public Optional<CustomerId> customer(UUID press) {
		return this.jdbc.sql("""
				select customer_id from operator_press where press_id = :press and customer_id is not null
				""").param("press", press).query(UUID.class).optional().map(CustomerId::new);
	}

	void forget(Instant before) {
		this.jdbc.sql("delete from operator_press where pressed_at < :before").param("before", utc(before)).update();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
