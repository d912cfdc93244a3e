package com.highstage.portal.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Marks in the table {@code mailbox_script}.
 */
@Repository
class JdbcLeavingMailboxes implements LeavingMailboxes {

	/** A page that is looked at again and again need not write each time. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	JdbcLeavingMailboxes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void handedOut(ConnectionId connection, Instant at) {
		holdUnmarked(connection);
		this.jdbc.sql("""
				update mailbox_script set handed_out_at = :at, closing_at = null
				where connection_id = :connection and (handed_out_at < :stale or closing_at is not null)
					and address in (
						select m.address from mailbox m
						where m.connection_id = :connection and m.wanted and not m.ours and m.access <> 'OPEN')
				""")
			.param("at", utc(at))
			.param("stale", utc(at.minus(FRESH)))
			.param("connection", connection.value())
			.update();
		mark(connection, null, at);
		this.jdbc.sql("""
				insert into mailbox_script (connection_id, address, handed_out_at)
				select m.connection_id, m.address, :at from mailbox m
				where m.connection_id = :connection and not m.wanted and not exists (
					select 1 from mailbox_script s
					where s.connection_id = m.connection_id and s.address = m.address)
				on conflict do nothing
				""").param("at", utc(at)).param("connection", connection.value()).update();
		this.jdbc.sql("""
				update mailbox_script set closing_at = :at
				where connection_id = :connection and closing_at is null and address in (
					select m.address from mailbox m where m.connection_id = :connection and not m.wanted)
				""").param("at", utc(at)).param("connection", connection.value()).update();
	}

	// nobody must take one off the list who has yet to see its mark
	private void holdUnmarked(ConnectionId connection) {
		this.jdbc.sql("""
				select m.address from mailbox m
				where m.connection_id = :connection and (not m.wanted or not m.ours and m.access <> 'OPEN')
					and not exists (select 1 from mailbox_script s
						where s.connection_id = m.connection_id and s.address = m.address)
				order by m.address for update
				""").param("connection", connection.value()).query(String.class).list();
	}

	@Override
	public void loggedIn(ConnectionId connection, MailboxAddress mailbox, Instant at) {
		mark(connection, mailbox, at);
	}

	private void mark(ConnectionId connection, @Nullable MailboxAddress only, Instant at) {
		this.jdbc.sql("""
				insert into mailbox_script (connection_id, address, handed_out_at)
				select m.connection_id, m.address, :at from mailbox m
				where m.connection_id = :connection and (:all or m.address = :address)
					and m.wanted and not m.ours and m.access <> 'OPEN' and not exists (
						select 1 from mailbox_script s
						where s.connection_id = m.connection_id and s.address = m.address)
				on conflict do nothing
				""")
			.param("at", utc(at))
			.param("connection", connection.value())
			.param("all", only == null)
			.param("address", (only != null) ? only.value() : "")
			.update();
	}

	@Override
	public Set<MailboxAddress> scripted(ConnectionId connection) {
		return this.jdbc.sql("select address from mailbox_script where connection_id = :connection")
			.param("connection", connection.value())
			.query((row, number) -> new MailboxAddress(row.getString("address")))
			.set();
	}

	@Override
	public boolean seenClosed(ConnectionId connection, MailboxAddress mailbox) {
		return this.jdbc
			.sql("delete from mailbox where connection_id = :connection and address = :address and not wanted")
			.param("connection", connection.value())
			.param("address", mailbox.value())
			.update() == 1;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
