package com.highstage.portal.operator.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditChain;
import com.highstage.portal.audit.AuditChain.Broken;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.audit.AuditChain.Reason;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.operator.ChainChecks;

/**
 * Verifications in the table {@code chain_check}, done by the alarm clock's workers: on
 * one replica, and again if that one ends before.
 */
@Repository
class JdbcChainChecks implements ChainChecks {

	private final JdbcClient jdbc;

	private final AuditChain chain;

	private final AuditTrail audit;

	private final ObjectProvider<SchedulerClient> scheduler;

	private final TransactionTemplate transaction;

	private final Clock clock;

	JdbcChainChecks(JdbcClient jdbc, AuditChain chain, AuditTrail audit, ObjectProvider<SchedulerClient> scheduler,
			PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.chain = chain;
		this.audit = audit;
		this.scheduler = scheduler;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public void ask(Operator by) {
		this.transaction.executeWithoutResult((status) -> {
			TaskInstance<Void> once = new TaskInstance<>(ChainConfiguration.TASK, "once");
			if (this.scheduler.getObject().scheduleIfNotExists(once, this.clock.instant())) {
				asked(by);
			}
		});
	}

	private void asked(Operator by) {
		this.jdbc.sql("""
				insert into chain_check (id, asked_at, asked_by) values (1, :at, :by)
				on conflict do nothing
				""").param("at", now()).param("by", by.person().name()).update();
		this.jdbc.sql("""
				update chain_check set asked_at = :at, asked_by = :by, ended_at = null, entries = null,
					broken_at = null, reason = null
				where id = 1
				""").param("at", now()).param("by", by.person().name()).update();
		this.audit.record(new AuditEvent(null, Actor.person(by.person().id(), by.person().name()), "audit.verified",
				"chain", Map.of()));
	}

	void verify() {
		ChainState found = this.chain.verify();
		this.jdbc.sql("""
				update chain_check set ended_at = :at, entries = :entries, broken_at = :broken, reason = :reason
				where id = 1
				""")
			.param("at", now())
			.param("entries", (found instanceof Intact intact) ? intact.entries() : null)
			.param("broken", (found instanceof Broken broken) ? broken.sequence() : null)
			.param("reason", (found instanceof Broken broken) ? broken.reason().name() : null)
			.update();
	}

	@Override
	public Optional<Check> last() {
		return this.jdbc.sql("select * from chain_check where id = 1").query(JdbcChainChecks::read).optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Check read(ResultSet row, int number) throws SQLException {
		OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
		return new Check(row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("asked_by"),
				(ended != null) ? ended.toInstant() : null, (ended != null) ? found(row) : null);
	}

	private static @Nullable ChainState found(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return (reason != null) ? new Broken(row.getLong("broken_at"), Reason.valueOf(reason))
				: new Intact(row.getLong("entries"), "");
	}

}
