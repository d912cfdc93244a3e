package com.highstage.portal.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Attempts in the database.
 */
@Repository
class JdbcAttempts implements Attempts {

	private static final int LONGEST = 200;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AuditTrail audit;

	private final Clock clock;

	JdbcAttempts(JdbcClient jdbc, PlatformTransactionManager transactions, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public <T> T around(Work work, Call call, String subject, Supplier<T> action) {
		Attempt attempt = begin(work, call, subject);
		T result;
		try {
			result = action.get();
		}
		catch (MicrosoftException ex) {
			failed(work, attempt, ex);
			throw ex;
		}
		this.transaction.executeWithoutResult((status) -> done(work, attempt));
		return result;
	}

	@Override
	public Attempt begin(Work work, Call call, String subject) {
		Attempt attempt = new Attempt(AttemptId.random(), call, subject, this.clock.instant());
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			insert(work, attempt);
			record(work, attempt, call.action(), Map.of());
		});
		return attempt;
	}

	@Override
	public void done(Work work, Attempt attempt) {
		work.lease().hold();
		end(attempt, "DONE", "", "");
	}

	@Override
	public void failed(Work work, Attempt attempt, MicrosoftException ex) {
		Failure failure = ex.failure();
		boolean unknown = failure.kind() == Failure.Kind.UNKNOWN;
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			end(attempt, unknown ? "INTENT" : "FAILED", failure.code(), failure.reference());
			record(work, attempt, unknown ? "call.unknown" : "call.failed",
					Map.of("call", attempt.call().action(), "code", failure.code(), "status",
							String.valueOf(failure.status()), "reference", failure.reference()));
		});
	}

	@Override
	public void reconciled(Work work, Attempt attempt) {
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			end(attempt, "RECONCILED", "", "");
		});
	}

	@Override
	public List<Attempt> unknown(ConnectionId connection) {
		return this.jdbc.sql("""
				select * from step_attempt where connection_id = :connection and state = 'INTENT'
				order by started_at, attempt_id
				""").param("connection", connection.value()).query(JdbcAttempts::attempt).list();
	}

	@Override
	public Optional<Instant> latest(ConnectionId connection, Call call) {
		return this.jdbc.sql("""
				select started_at from step_attempt where connection_id = :connection and call = :call
				order by started_at desc limit 1
				""")
			.param("connection", connection.value())
			.param("call", call.name())
			.query((row, number) -> row.getObject("started_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	private void insert(Work work, Attempt attempt) {
		this.jdbc.sql("""
				insert into step_attempt (attempt_id, connection_id, onboarding_id, step, call, subject, state,
					epoch, code, reference, started_at)
				values (:id, :connection, :onboarding, :step, :call, :subject, 'INTENT', :epoch, '', '', :at)
				""")
			.param("id", attempt.id().value())
			.param("connection", work.connection().value())
			.param("onboarding", work.onboarding())
			.param("step", work.step())
			.param("call", attempt.call().name())
			.param("subject", attempt.subject())
			.param("epoch", work.lease().epoch())
			.param("at", attempt.startedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	private void end(Attempt attempt, String state, String code, String reference) {
		Instant ended = this.clock.instant();
		this.jdbc.sql("""
				update step_attempt set state = :state, code = :code, reference = :reference, ended_at = :at
				where attempt_id = :id and state = 'INTENT'
				""")
			.param("state", state)
			.param("code", cut(code))
			.param("reference", cut(reference))
			.param("at", "INTENT".equals(state) ? null : ended.atOffset(ZoneOffset.UTC))
			.param("id", attempt.id().value())
			.update();
	}

	private void record(Work work, Attempt attempt, String action, Map<String, String> details) {
		Map<String, String> all = new HashMap<>(details);
		all.put("attempt", attempt.id().value());
		this.audit.record(new AuditEvent(work.delegation().tenant(), work.actor(), action, attempt.subject(), all));
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

	static Attempt attempt(ResultSet row, int number) throws SQLException {
		return new Attempt(new AttemptId(row.getString("attempt_id")), Call.valueOf(row.getString("call")),
				row.getString("subject"), row.getObject("started_at", OffsetDateTime.class).toInstant());
	}

}
