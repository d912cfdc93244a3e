package com.highstage.portal.handover.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.handover.feed.ShownConnection.Box;
import com.highstage.portal.handover.feed.ShownConnection.Offered;
import com.highstage.portal.handover.feed.ShownConnection.Protocols;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * Reads Highstage's views. Connections and mailboxes are two statements: they run in one
 * transaction that sees the database as it was at its first.
 */
@Repository
class JdbcShownConnections implements ShownConnections {

	private final JdbcClient jdbc;

	private final TransactionTemplate moment;

	JdbcShownConnections(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.moment = new TransactionTemplate(transactions);
		// less is one moment for each table in H2
		this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
		this.moment.setReadOnly(true);
	}

	@Override
	public List<ShownConnection> after(long change, int limit, @Nullable TenantId tenant) {
		return inOneMoment(() -> this.jdbc.sql("""
				select * from highstage_connection_v1
				where change > :after and (:all or tenant_id = cast(:tenant as uuid))
				order by change limit :limit
				""")
			.param("after", change)
			.param("all", tenant == null)
			.param("tenant", (tenant != null) ? tenant.value() : null)
			.param("limit", limit)
			.query(JdbcShownConnections::connection)
			.list());
	}

	@Override
	public Optional<ShownConnection> find(ConnectionId id) {
		return inOneMoment(() -> this.jdbc.sql("select * from highstage_connection_v1 where connection_id = :id")
			.param("id", id.value())
			.query(JdbcShownConnections::connection)
			.list()).stream().findFirst();
	}

	@Override
	public long lastChange() {
		return this.jdbc.sql("select last_change from connection_change").query(Long.class).single();
	}

	private List<ShownConnection> inOneMoment(Supplier<List<ShownConnection>> connections) {
		return Objects.requireNonNull(this.moment.execute((status) -> withMailboxes(connections.get())));
	}

	private List<ShownConnection> withMailboxes(List<ShownConnection> connections) {
		if (connections.isEmpty()) {
			return connections;
		}
		Map<UUID, List<Box>> boxes = new HashMap<>();
		this.jdbc.sql("select * from highstage_mailbox_v1 where connection_id in (:connections) order by address")
			.param("connections", connections.stream().map(ShownConnection::connectionId).toList())
			.query((row, number) -> Map.entry(row.getObject("connection_id", UUID.class), box(row)))
			.list()
			.forEach((one) -> boxes.computeIfAbsent(one.getKey(), (id) -> new ArrayList<>()).add(one.getValue()));
		return connections.stream().map((one) -> one.with(boxes.getOrDefault(one.connectionId(), List.of()))).toList();
	}

	private static Box box(ResultSet row) throws SQLException {
		return new Box(row.getString("address"), instant(row, "imap_verified_at"), instant(row, "pop_verified_at"),
				instant(row, "smtp_verified_at"));
	}

	private static ShownConnection connection(ResultSet row, int number) throws SQLException {
		return new ShownConnection(row.getObject("connection_id", UUID.class), row.getString("customer_reference"),
				row.getString("organisation_name"), row.getString("cloud"), row.getObject("tenant_id", UUID.class),
				row.getObject("client_id", UUID.class), row.getObject("service_principal_id", UUID.class), offered(row),
				row.getLong("change"), row.getString("status"),
				new Protocols(row.getBoolean("imap"), row.getBoolean("pop"), row.getBoolean("smtp")),
				Objects.requireNonNull(instant(row, "updated_at")), List.of());
	}

	private static @Nullable Offered offered(ResultSet row) throws SQLException {
		String sealed = row.getString("sealed_credential");
		return (sealed != null) ? new Offered(row.getString("credential_type"), sealed,
				row.getString("recipient_key_id"), row.getObject("credential_key_id", UUID.class),
				Objects.requireNonNull(instant(row, "credential_expires_at")), row.getLong("sequence")) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
