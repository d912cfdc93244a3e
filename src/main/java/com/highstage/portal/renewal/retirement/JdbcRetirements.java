package com.highstage.portal.renewal.retirement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.renewal.Retirements;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * Retirements in the database. Changes run in the caller's transaction.
 */
@Repository
class JdbcRetirements implements Retirements {

	private static final int LONGEST = 200;

	private final JdbcClient jdbc;

	JdbcRetirements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Retirement> find(ConnectionId connection) {
		return this.jdbc.sql("select * from retirement where connection_id = :connection")
			.param("connection", connection.value())
			.query(JdbcRetirements::retirement)
			.optional();
	}

	@Override
	public Optional<Explanation> setback(ConnectionId connection) {
		return find(connection).map(Retirement::explanation);
	}

	/**
	 * Remembers with whose authority.
	 * @param retirement the authority
	 * @throws org.springframework.dao.DuplicateKeyException if another transaction
	 * remembered the first one at the same time
	 */
	void remember(Retirement retirement) {
		int updated = who(retirement, """
				update retirement set sign_in_id = :signIn, object_id = :person, person_name = :name
				where connection_id = :connection
				""");
		if (updated == 0) {
			who(retirement, """
					insert into retirement (connection_id, tenant_id, sign_in_id, object_id, person_name, epoch, tries)
					values (:connection, :tenant, :signIn, :person, :name, 0, 0)
					""");
		}
	}

	private int who(Retirement retirement, String statement) {
		return this.jdbc.sql(statement)
			.param("connection", retirement.connection().value())
			.param("tenant", retirement.person().tenant().value())
			.param("signIn", retirement.signIn().value())
			.param("person", retirement.person().objectId().value())
			.param("name", retirement.name())
			.update();
	}

	/**
	 * Notes how a try ended.
	 * @param connection the connection
	 * @param tries how often it did not succeed in a row
	 * @param explanation why it did not; null if it did
	 */
	void tried(ConnectionId connection, int tries, @Nullable Explanation explanation) {
		this.jdbc.sql("""
				update retirement set tries = :tries, explanation_key = :key, explanation_code = :code,
					explanation_reference = :reference
				where connection_id = :connection
				""")
			.param("tries", tries)
			.param("key", (explanation != null) ? explanation.key() : null)
			.param("code", (explanation != null) ? cut(explanation.code()) : null)
			.param("reference", (explanation != null) ? cut(explanation.reference()) : null)
			.param("connection", connection.value())
			.update();
	}

	/**
	 * Takes the right to remove a connection's former secrets.
	 * @param connection the connection
	 * @param now the time
	 * @param until how long unless it is held further
	 * @return the epoch, or null if somebody else has it or nobody's authority is known
	 */
	@Nullable Long takeLease(ConnectionId connection, Instant now, Instant until) {
		int taken = this.jdbc.sql("""
				update retirement set epoch = epoch + 1, lease_until = :until
				where connection_id = :connection and (lease_until is null or lease_until < :now)
				""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("connection", connection.value())
			.update();
		return (taken == 1) ? this.jdbc.sql("select epoch from retirement where connection_id = :connection")
			.param("connection", connection.value())
			.query(Long.class)
			.single() : null;
	}

	boolean holdLease(ConnectionId connection, long epoch, Instant until) {
		return this.jdbc.sql("""
				update retirement set lease_until = :until
				where connection_id = :connection and epoch = :epoch and lease_until is not null
				""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("connection", connection.value())
			.param("epoch", epoch)
			.update() == 1;
	}

	void releaseLease(ConnectionId connection, long epoch) {
		this.jdbc.sql("""
				update retirement set lease_until = null, alarm_epoch = :epoch
				where connection_id = :connection and epoch = :epoch
				""").param("connection", connection.value()).param("epoch", epoch).update();
	}

	/**
	 * Frees every lease, because the only process that could hold one has just started.
	 */
	void freeLeases() {
		this.jdbc.sql("update retirement set lease_until = null where lease_until is not null").update();
	}

	boolean hearsAlarm(ConnectionId connection, long epoch) {
		return this.jdbc
			.sql("select count(*) from retirement where connection_id = :connection and alarm_epoch = :epoch")
			.param("connection", connection.value())
			.param("epoch", epoch)
			.query(Long.class)
			.single() > 0;
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

	private static Retirement retirement(ResultSet row, int number) throws SQLException {
		String key = row.getString("explanation_key");
		return new Retirement(new ConnectionId(row.getObject("connection_id", UUID.class)),
				new SignInId(row.getObject("sign_in_id", UUID.class)),
				new PersonId(new TenantId(row.getObject("tenant_id", UUID.class)),
						new ObjectId(row.getObject("object_id", UUID.class))),
				row.getString("person_name"), row.getInt("tries"), (key != null) ? new Explanation(key,
						row.getString("explanation_code"), row.getString("explanation_reference")) : null);
	}

}
