package com.highstage.portal.verification.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Looks in the table {@code closing_look}; a mailbox that is put on the list again loses
 * its own. Only who holds the connection's lease saves.
 */
@Repository
class JdbcClosingLooks {

	private final JdbcClient jdbc;

	JdbcClosingLooks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The mailboxes that are off the list; those that were not tried with the newest
	 * credential begin anew.
	 * @param connection whose
	 * @param newest the newest credential
	 * @param now when those begin
	 * @return where their logins stand, by address
	 */
	List<ClosingLook> of(ConnectionId connection, long newest, Instant now) {
		return this.jdbc.sql("""
				select m.address, s.handed_out_at, s.closing_at, m.opened_at, c.next_look, c.tries, c.opened, c.refused,
					c.sequence,
					(select max(k.verified_at) from mailbox_check k
						where k.connection_id = m.connection_id and k.address = m.address) as verified_at
				from mailbox m
				left join closing_look c on c.connection_id = m.connection_id and c.address = m.address
				left join mailbox_script s on s.connection_id = m.connection_id and s.address = m.address
				where m.connection_id = :connection and not m.wanted order by m.address
				""").param("connection", connection.value()).query((row, number) -> look(row, newest, now)).list();
	}

	/**
	 * Stores what a look has shown; who asked again meanwhile is not forgotten.
	 * @param connection whose
	 * @param look what it has shown
	 * @param startedAt when it began: until then it was due
	 */
	void save(ConnectionId connection, ClosingLook look, Instant startedAt) {
		Map<String, Object> values = Map.of("startedAt", utc(startedAt), "connection", connection.value(), "address",
				look.address().value(), "nextLook", utc(look.nextLook()), "tries", look.tries(), "opened",
				look.opened(), "refused", look.refused(), "sequence", look.sequence());
		int updated = this.jdbc
			.sql("""
					update closing_look set next_look = case when next_look > :startedAt and sequence = :sequence then next_look
							else cast(:nextLook as timestamp with time zone) end,
						tries = :tries, opened = :opened, refused = :refused, sequence = :sequence
					where connection_id = :connection and address = :address
					""")
			.params(values)
			.update();
		if (updated == 0) {
			// held: an open page may just have seen it closed
			this.jdbc.sql("""
					insert into closing_look (connection_id, address, next_look, tries, opened, refused, sequence)
					select :connection, :address, :nextLook, :tries, :opened, :refused, :sequence from mailbox
					where connection_id = :connection and address = :address and not wanted for update
					""").params(values).update();
		}
	}

	void again(ConnectionId connection, Instant now) {
		this.jdbc.sql("""
				update closing_look set next_look = :now, tries = 0 where connection_id = :connection
				""").param("now", utc(now)).param("connection", connection.value()).update();
	}

	private static ClosingLook look(ResultSet row, long newest, Instant now) throws SQLException {
		Instant next = instant(row, "next_look");
		boolean goesOn = next != null && row.getLong("sequence") == newest;
		return new ClosingLook(new MailboxAddress(row.getString("address")), settling(row),
				instant(row, "verified_at") != null || row.getBoolean("opened"),
				goesOn ? Objects.requireNonNull(next) : now, goesOn ? row.getInt("tries") : 0,
				goesOn && row.getBoolean("refused"), newest);
	}

	private static @Nullable Instant settling(ResultSet row) throws SQLException {
		Instant closing = instant(row, "closing_at");
		return (closing != null) ? Stream.of(closing, instant(row, "handed_out_at"), instant(row, "opened_at"))
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.orElse(closing) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
