package com.highstage.portal.handover.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import com.highstage.portal.handover.intake.Written.Acknowledgement;
import com.highstage.portal.handover.intake.Written.CanaryAnswer;
import com.highstage.portal.handover.intake.Written.Report;
import com.highstage.portal.tenant.ConnectionId;

/**
 * The rows that Highstage wrote, and the copies by which is known which of them were
 * taken in. Whoever takes one in holds its lock, so that nobody else does.
 */
@Repository
class JdbcWritten {

	private static final String SAME_REPORT = " and t.reported_at = w.reported_at"
			+ " and t.last_login_at is not distinct from w.last_login_at"
			+ " and t.last_error is not distinct from w.last_error";

	private final JdbcClient jdbc;

	JdbcWritten(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Acknowledgement> newAcknowledgements(Look look) {
		return page("""
				select w.* from highstage_acknowledgement w
				where %s and not exists (select 1 from taken_acknowledgement t
					where t.connection_id = w.connection_id and t.sequence = w.sequence
						and t.acknowledged_at = w.acknowledged_at)
				order by %s w.connection_id, w.sequence
				""".formatted(look.isRecent("w.acknowledged_at"), look.first("w.acknowledged_at")), look)
			.query(JdbcWritten::acknowledgement)
			.list();
	}

	List<Report> newReports(Look look) {
		return page("""
				select w.* from highstage_report w
				where %s and not exists (select 1 from taken_report t
					where t.connection_id = w.connection_id and t.address = w.address %s)
				order by %s w.connection_id, w.address
				""".formatted(look.isRecent("w.reported_at"), SAME_REPORT, look.first("w.reported_at")), look)
			.query(JdbcWritten::report)
			.list();
	}

	// one row for each key: there is no need to look at the recent ones only
	List<CanaryAnswer> newAnswers(Look look) {
		return page("""
				select w.* from highstage_canary_answer w
				where not exists (select 1 from taken_canary_answer t
					where t.key_id = w.key_id and t.answer = w.answer and t.answered_at = w.answered_at)
				order by w.key_id
				""", look).query(JdbcWritten::answer).list();
	}

	private StatementSpec page(String statement, Look look) {
		return this.jdbc.sql(statement + " limit :limit offset :offset")
			.param("since", (look.since() != null) ? time(look.since()) : null)
			.param("limit", look.limit())
			.param("offset", look.offset());
	}

	/**
	 * Locks a row and reads it again. Highstage may hold one for as long as it likes.
	 * @param seen the row as it was found
	 * @return the row as it is; empty if somebody else holds it, or it is gone
	 */
	Optional<? extends Written> lock(Written seen) {
		return switch (seen) {
			case Acknowledgement(ConnectionId connection, long sequence, var ignored) -> this.jdbc.sql("""
					select * from highstage_acknowledgement
					where connection_id = :connection and sequence = :sequence for update skip locked
					""")
				.param("connection", connection.value())
				.param("sequence", sequence)
				.query(JdbcWritten::acknowledgement)
				.optional();
			case Report(ConnectionId connection, String address, var login, var error, var at) -> this.jdbc.sql("""
					select * from highstage_report
					where connection_id = :connection and address = :address for update skip locked
					""")
				.param("connection", connection.value())
				.param("address", address)
				.query(JdbcWritten::report)
				.optional();
			case CanaryAnswer(String keyId, var answer, var at) ->
				this.jdbc.sql("select * from highstage_canary_answer where key_id = :key for update skip locked")
					.param("key", keyId)
					.query(JdbcWritten::answer)
					.optional();
		};
	}

	/**
	 * Writes a report as Highstage itself could.
	 * @param report the report
	 */
	void write(Report report) {
		values(report, """
				insert into highstage_report (connection_id, address, last_login_at, last_error, reported_at)
				values (:connection, :address, :login, :error, :at) on conflict do nothing
				""").update();
		values(report, """
				update highstage_report set last_login_at = :login, last_error = :error, reported_at = :at
				where connection_id = :connection and address = :address
				""").update();
	}

	/**
	 * The report of the same mailbox that was taken in last.
	 * @param report a newer one
	 * @return empty if there was none
	 */
	Optional<Report> before(Report report) {
		return this.jdbc.sql("select * from taken_report where connection_id = :connection and address = :address")
			.param("connection", report.connection().value())
			.param("address", report.address())
			.query(JdbcWritten::report)
			.optional();
	}

	/**
	 * Notes that a row was taken in. Whoever calls it holds the row's lock.
	 * @param written the row
	 * @return false if it was noted already
	 */
	boolean take(Written written) {
		return switch (written) {
			case Acknowledgement acknowledgement -> insertedOrUpdated(values(acknowledgement, """
					insert into taken_acknowledgement (connection_id, sequence, acknowledged_at)
					values (:connection, :sequence, :at) on conflict do nothing
					"""), values(acknowledgement, """
					update taken_acknowledgement set acknowledged_at = :at, refused = null
					where connection_id = :connection and sequence = :sequence and acknowledged_at <> :at
					"""));
			case Report report -> insertedOrUpdated(values(report, """
					insert into taken_report (connection_id, address, last_login_at, last_error, reported_at)
					values (:connection, :address, :login, :error, :at) on conflict do nothing
					"""), values(report, """
					update taken_report set last_login_at = :login, last_error = :error, reported_at = :at,
						refused = null
					where connection_id = :connection and address = :address
						and not (reported_at = :at
							and last_login_at is not distinct from cast(:login as timestamp with time zone)
							and last_error is not distinct from cast(:error as varchar(100000)))
					"""));
			case CanaryAnswer answer -> insertedOrUpdated(values(answer, """
					insert into taken_canary_answer (key_id, answer, answered_at)
					values (:key, :answer, :at) on conflict do nothing
					"""), values(answer, """
					update taken_canary_answer set answer = :answer, answered_at = :at, refused = null
					where key_id = :key and not (answer = :answer and answered_at = :at)
					"""));
		};
	}

	/**
	 * Why the row of the same key was not believed when it was taken in last.
	 * @param written the row
	 * @return empty if it was, or if there was none
	 */
	Optional<String> refusal(Written written) {
		return taken(written, "select refused from %s where %s and refused is not null").query(String.class).optional();
	}

	/**
	 * Notes why a row that was just taken in is not believed.
	 * @param written the row
	 * @param reason why
	 */
	void refuse(Written written, String reason) {
		taken(written, "update %s set refused = :reason where %s").param("reason", reason).update();
	}

	private StatementSpec taken(Written written, String statement) {
		return switch (written) {
			case Acknowledgement row -> values(row, statement.formatted("taken_acknowledgement",
					"connection_id = :connection and sequence = :sequence"));
			case Report row ->
				values(row, statement.formatted("taken_report", "connection_id = :connection and address = :address"));
			case CanaryAnswer row -> values(row, statement.formatted("taken_canary_answer", "key_id = :key"));
		};
	}

	private static boolean insertedOrUpdated(StatementSpec insert, StatementSpec update) {
		return insert.update() == 1 || update.update() == 1;
	}

	private StatementSpec values(Acknowledgement row, String statement) {
		return this.jdbc.sql(statement)
			.param("connection", row.connection().value())
			.param("sequence", row.sequence())
			.param("at", time(row.at()));
	}

	private StatementSpec values(Report row, String statement) {
		return this.jdbc.sql(statement)
			.param("connection", row.connection().value())
			.param("address", row.address())
			.param("login", (row.lastLoginAt() != null) ? time(row.lastLoginAt()) : null)
			.param("error", row.lastError())
			.param("at", time(row.at()));
	}

	private StatementSpec values(CanaryAnswer row, String statement) {
		return this.jdbc.sql(statement)
			.param("key", row.keyId())
			.param("answer", row.answer())
			.param("at", time(row.at()));
	}

	// PostgreSQL has infinity, as the driver says it: beyond what can be said in UTC
	private static OffsetDateTime time(Instant at) {
		if (at.equals(OffsetDateTime.MAX.toInstant())) {
			return OffsetDateTime.MAX;
		}
		return at.equals(OffsetDateTime.MIN.toInstant()) ? OffsetDateTime.MIN : at.atOffset(ZoneOffset.UTC);
	}

	private static Acknowledgement acknowledgement(ResultSet row, int number) throws SQLException {
		return new Acknowledgement(connection(row), row.getLong("sequence"), instant(row, "acknowledged_at"));
	}

	private static Report report(ResultSet row, int number) throws SQLException {
		OffsetDateTime login = row.getObject("last_login_at", OffsetDateTime.class);
		return new Report(connection(row), row.getString("address"), (login != null) ? login.toInstant() : null,
				row.getString("last_error"), instant(row, "reported_at"));
	}

	private static CanaryAnswer answer(ResultSet row, int number) throws SQLException {
		return new CanaryAnswer(row.getString("key_id"), row.getString("answer"), instant(row, "answered_at"));
	}

	private static ConnectionId connection(ResultSet row) throws SQLException {
		return new ConnectionId(row.getObject("connection_id", UUID.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Where to look for what is new.
	 *
	 * @param since only rows of that time or later, as Highstage says; null for all
	 * @param limit how many at most
	 * @param offset how many to pass over
	 */
	record Look(@Nullable Instant since, int limit, int offset) {

		private String isRecent(String column) {
			return (this.since != null) ? column + " >= :since" : "true";
		}

		// the order in which rows are found without looking at the others
		private String first(String column) {
			return (this.since != null) ? column + "," : "";
		}

	}

}
