package com.highstage.portal.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;

/**
 * What Exchange said of each connection's application, in the database.
 */
@Repository
class JdbcExchangeFacts {

	private final JdbcClient jdbc;

	JdbcExchangeFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ExchangeFacts of(ConnectionId connection) {
		return this.jdbc.sql("select * from exchange_registration where connection_id = :connection")
			.param("connection", connection.value())
			.query(JdbcExchangeFacts::facts)
			.optional()
			.orElse(ExchangeFacts.UNKNOWN);
	}

	/**
	 * Stores what was found, unless something newer stands there.
	 * @param connection whose application
	 * @param found what was found
	 */
	void save(ConnectionId connection, ExchangeFacts found) {
		this.jdbc.sql("""
				insert into exchange_registration (connection_id, state) values (:connection, 'UNKNOWN')
				on conflict do nothing
				""").param("connection", connection.value()).update();
		ObjectId object = found.found();
		ClientId other = found.other();
		Instant at = found.lookedUpAt();
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("state", found.state().name());
		values.put("found", (object != null) ? object.value() : null);
		values.put("other", (other != null) ? other.value() : null);
		values.put("at", (at != null) ? at.atOffset(ZoneOffset.UTC) : null);
		values.put("connection", connection.value());
		this.jdbc.sql("""
				update exchange_registration set state = :state, found_object_id = :found,
					other_client_id = :other, looked_up_at = :at
				where connection_id = :connection
					and (looked_up_at is null or looked_up_at <= cast(:at as timestamp with time zone))
				""").params(values).update();
	}

	private static ExchangeFacts facts(ResultSet row, int number) throws SQLException {
		UUID found = row.getObject("found_object_id", UUID.class);
		UUID other = row.getObject("other_client_id", UUID.class);
		return new ExchangeFacts(State.valueOf(row.getString("state")), (found != null) ? new ObjectId(found) : null,
				(other != null) ? new ClientId(other) : null, JdbcMailboxRow.instant(row, "looked_up_at"));
	}

}
