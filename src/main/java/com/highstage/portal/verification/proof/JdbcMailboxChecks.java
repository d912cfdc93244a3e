package com.highstage.portal.verification.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import com.highstage.portal.mailbox.LeavingMailboxes;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ConnectionMoved;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.Remedy;

/**
 * Checks in the table {@code mailbox_check}. Only who holds the connection's lease saves,
 * so nobody inserts the same row at the same time.
 */
@Repository
class JdbcMailboxChecks implements MailboxChecks {

	private static final int LONGEST = 200;

	private final JdbcClient jdbc;

	private final LeavingMailboxes mailboxes;

	private final ApplicationEventPublisher events;

	JdbcMailboxChecks(JdbcClient jdbc, LeavingMailboxes mailboxes, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
		this.mailboxes = mailboxes;
	}

	@Override
	public List<StoredCheck> of(ConnectionId connection) {
		return this.jdbc.sql("""
				select k.* from mailbox_check k
				join mailbox m on m.connection_id = k.connection_id and m.address = k.address and m.wanted
				where k.connection_id = :connection order by k.address, k.protocol
				""").param("connection", connection.value()).query(JdbcMailboxChecks::check).list();
	}

	@Override
	public void save(ConnectionId connection, StoredCheck check, Instant startedAt) {
		boolean known = values(connection, check, """
				update mailbox_check set state = :state, since = :since, explanation_key = :key,
					explanation_code = :code, explanation_reference = :reference, remedies = :remedies,
					tries = :tries, checked_at = :checkedAt, verified_at = :verifiedAt, sequence = :sequence,
					next_look = case when again_at > :startedAt then again_at
						else cast(:nextLook as timestamp with time zone) end
				where connection_id = :connection and address = :address and protocol = :protocol
				""").param("startedAt", time(startedAt)).update() == 1;
		if (!known && isWanted(connection, check.address())) {
			values(connection, check, """
					insert into mailbox_check (connection_id, address, protocol, state, since, next_look,
						explanation_key, explanation_code, explanation_reference, remedies, tries, checked_at,
						verified_at, sequence)
					values (:connection, :address, :protocol, :state, :since, :nextLook, :key, :code, :reference,
						:remedies, :tries, :checkedAt, :verifiedAt, :sequence)
					""").update();
		}
		if (check.result() instanceof CheckResult.Passed(Instant at)) {
			this.mailboxes.loggedIn(connection, check.address(), at);
			this.events.publishEvent(new ConnectionMoved(connection));
		}
	}

	@Override
	public void again(ConnectionId connection, @Nullable MailboxAddress mailbox, Instant now) {
		this.jdbc.sql("""
				update mailbox_check set again_at = :now, next_look = :now, tries = 0,
					since = case when state = 'WAITING' then since end
				where connection_id = :connection and (:all or address = :address)
				""")
			.param("now", time(now))
			.param("connection", connection.value())
			.param("all", mailbox == null)
			.param("address", (mailbox != null) ? mailbox.value() : "")
			.update();
	}

	@Override
	public void forget(ConnectionId connection, Collection<MailboxAddress> mailboxes) {
		if (mailboxes.isEmpty()) {
			return;
		}
		for (String table : List.of("mailbox_check", "closing_look")) {
			this.jdbc.sql("delete from " + table + """
					 where connection_id = :connection and address in (
						select m.address from mailbox m
						where m.connection_id = :connection and (m.address in (:some) or m.typed_address in (:some)))
					""")
				.param("connection", connection.value())
				.param("some", mailboxes.stream().map(MailboxAddress::value).toList())
				.update();
		}
		this.events.publishEvent(new ConnectionMoved(connection));
	}

	// held, because an open page may just give the row another address
	private boolean isWanted(ConnectionId connection, MailboxAddress address) {
		return this.jdbc.sql("""
				select wanted from mailbox where connection_id = :connection and address = :address and wanted
				for update
				""")
			.param("connection", connection.value())
			.param("address", address.value())
			.query(Boolean.class)
			.optional()
			.isPresent();
	}

	private StatementSpec values(ConnectionId connection, StoredCheck check, String statement) {
		Explanation explanation = check.explanation();
		return this.jdbc.sql(statement)
			.param("connection", connection.value())
			.param("address", check.address().value())
			.param("protocol", check.protocol().name())
			.param("state", check.state().name())
			.param("since", time(check.since()))
			.param("nextLook", time(check.nextLook()))
			.param("key", (explanation != null) ? explanation.key() : null)
			.param("code", (explanation != null) ? cut(explanation.code()) : null)
			.param("reference", (explanation != null) ? cut(explanation.reference()) : null)
			.param("remedies", check.remedies().stream().map(Remedy::name).collect(Collectors.joining(",")))
			.param("tries", check.tries())
			.param("checkedAt", time(check.checkedAt()))
			.param("verifiedAt", time(check.verifiedAt()))
			.param("sequence", check.sequence());
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static StoredCheck check(ResultSet row, int number) throws SQLException {
		String key = row.getString("explanation_key");
		return new StoredCheck(new MailboxAddress(row.getString("address")),
				MailPermission.valueOf(row.getString("protocol")), StoredCheck.State.valueOf(row.getString("state")),
				instant(row, "since"), instant(row, "next_look"),
				(key != null) ? new Explanation(key, row.getString("explanation_code"),
						row.getString("explanation_reference")) : null,
				remedies(row.getString("remedies")), row.getInt("tries"), instant(row, "checked_at"),
				instant(row, "verified_at"), row.getObject("sequence", Long.class));
	}

	private static List<Remedy> remedies(String names) {
		return Arrays.stream(names.split(",")).filter((name) -> !name.isEmpty()).map(Remedy::valueOf).toList();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

}
