package com.highstage.portal.renewal.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.renewal.Reminder;
import com.highstage.portal.renewal.Reminders;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Reminders in the table {@code reminder}, and what is due.
 */
@Repository
class JdbcReminders implements Reminders {

	private final JdbcClient jdbc;

	JdbcReminders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Reminder> of(ConnectionId connection) {
		return this.jdbc.sql("""
				select r.connection_id, r.sequence, r.threshold, r.recipient, r.address, r.noted_at,
					case m.state when 'QUEUED' then 'ON_ITS_WAY' when 'REFUSED' then 'UNDELIVERED'
						when 'GIVEN_UP' then 'UNDELIVERED' else r.state end as state
				from reminder r left join outgoing_mail m on m.mail_id = r.mail_id
				where r.connection_id = :connection and r.state <> 'SKIPPED'
				order by r.noted_at desc, r.sequence desc, r.threshold, r.recipient
				""").param("connection", connection.value()).query(JdbcReminders::reminder).list();
	}

	/**
	 * The secrets that end within a span and whose reminder was not noted yet, the first
	 * of them that come after another one.
	 * @param threshold of which reminder
	 * @param span when they end
	 * @param last the one before; null for the first
	 * @param most how many at most
	 * @return in the order of their end
	 */
	List<Due> due(int threshold, Span span, @Nullable Due last, int most) {
		Instant from = (last != null) ? last.expiresAt() : span.after();
		return this.jdbc.sql("""
				select s.connection_id, s.sequence, s.created_at, s.expires_at from credential s
				where s.expires_at >= :from and s.expires_at > :after and s.expires_at <= :until
					and (s.expires_at > :from or s.connection_id > :last)
					and s.offered_connection_id is not null
					and not exists (
						select 1 from reminder r
						where r.connection_id = s.connection_id and r.sequence = s.sequence
							and r.threshold = :threshold)
				order by s.expires_at, s.connection_id limit :most
				""")
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("after", span.after().atOffset(ZoneOffset.UTC))
			.param("until", span.until().atOffset(ZoneOffset.UTC))
			.param("last", (last != null) ? last.connection().value() : new UUID(0, 0))
			.param("threshold", threshold)
			.param("most", most)
			.query((row, number) -> new Due(new ConnectionId(row.getObject("connection_id", UUID.class)),
					row.getLong("sequence"), instant(row, "created_at"), instant(row, "expires_at")))
			.list();
	}

	/**
	 * The reminders that were noted of a secret.
	 * @param due the secret
	 * @return their thresholds
	 */
	Set<Integer> noted(Due due) {
		return new HashSet<>(this.jdbc.sql("""
				select distinct threshold from reminder where connection_id = :connection and sequence = :sequence
				""")
			.param("connection", due.connection().value())
			.param("sequence", due.sequence())
			.query(Integer.class)
			.list());
	}

	/**
	 * Notes a reminder.
	 * @param reminder the reminder
	 * @throws org.springframework.dao.DuplicateKeyException if it was noted before
	 */
	void note(Reminder reminder) {
		this.jdbc.sql("""
				insert into reminder (connection_id, sequence, threshold, recipient, state, address, noted_at)
				values (:connection, :sequence, :threshold, :recipient, :state, :address, :at)
				""")
			.param("connection", reminder.connection().value())
			.param("sequence", reminder.sequence())
			.param("threshold", reminder.threshold())
			.param("recipient", reminder.recipient().name())
			.param("state", reminder.state().name())
			.param("address", reminder.address())
			.param("at", reminder.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Notes which mail reminded, after the reminder itself.
	 * @param due the secret
	 * @param threshold how many days before the end
	 * @param recipient who
	 * @param mail the mail's id
	 */
	void mailed(Due due, int threshold, Reminder.Recipient recipient, UUID mail) {
		this.jdbc.sql("""
				update reminder set mail_id = :mail
				where connection_id = :connection and sequence = :sequence and threshold = :threshold
					and recipient = :recipient
				""")
			.param("mail", mail)
			.param("connection", due.connection().value())
			.param("sequence", due.sequence())
			.param("threshold", threshold)
			.param("recipient", recipient.name())
			.update();
	}

	private static Reminder reminder(ResultSet row, int number) throws SQLException {
		return new Reminder(new ConnectionId(row.getObject("connection_id", UUID.class)), row.getLong("sequence"),
				row.getInt("threshold"), Reminder.Recipient.valueOf(row.getString("recipient")),
				Reminder.State.valueOf(row.getString("state")), row.getString("address"), instant(row, "noted_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * A span of time.
	 *
	 * @param after its beginning, which does not belong to it
	 * @param until its end, which does
	 */
	record Span(Instant after, Instant until) {

	}

}
