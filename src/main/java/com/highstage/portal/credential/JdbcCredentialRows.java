package com.highstage.portal.credential;

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
import org.springframework.stereotype.Repository;

import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.SealedCredential;

/**
 * The rows of the table {@code credential}, as they are.
 */
@Repository
class JdbcCredentialRows {

	private static final String VERSION = """
			select connection_id, sequence, credential_type, key_id, description, created_at, expires_at, state,
				recipient_key_id, offered_at, acknowledged_at
			from credential where connection_id = :connection
			""";

	private final JdbcClient jdbc;

	JdbcCredentialRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long lastSequence(ConnectionId connection) {
		return this.jdbc.sql("select coalesce(max(sequence), 0) from credential where connection_id = :connection")
			.param("connection", connection.value())
			.query(Long.class)
			.single();
	}

	/**
	 * Whether a connection has ended. Its row is held, so that it cannot end before this
	 * transaction does.
	 * @param connection the connection
	 * @return true if it has
	 */
	boolean hasEnded(ConnectionId connection) {
		// "for update" would wait on PostgreSQL for whoever has written a row that
		// refers to this one, and they perhaps for the audit chain, which is held here
		this.jdbc.sql("update connection set status = status where connection_id = :connection")
			.param("connection", connection.value())
			.update();
		return this.jdbc.sql("select status from connection where connection_id = :connection")
			.param("connection", connection.value())
			.query(String.class)
			.optional()
			.filter("ended"::equals)
			.isPresent();
	}

	void supersede(ConnectionId connection) {
		this.jdbc.sql("""
				update credential set state = 'SUPERSEDED', current_connection_id = null, working_copy = null
				where current_connection_id = :connection
				""").param("connection", connection.value()).update();
	}

	void insert(CredentialVersion version, IssuedCredential issued, SealedCredential sealed, String workingCopy) {
		this.jdbc.sql("""
				insert into credential (connection_id, sequence, current_connection_id, tenant_id, client_id,
					credential_type, key_id, description, created_at, expires_at, state, sealed_credential,
					recipient_key_id, working_copy)
				values (:connection, :sequence, :connection, :tenant, :client,
					:type, :keyId, :description, :createdAt, :expiresAt, :state, :sealed,
					:recipient, :workingCopy)
				""")
			.param("connection", version.connection().value())
			.param("sequence", version.sequence())
			.param("tenant", issued.tenant().value())
			.param("client", issued.client().value())
			.param("type", version.type().name())
			.param("keyId", version.keyId())
			.param("description", version.description())
			.param("createdAt", version.createdAt().atOffset(ZoneOffset.UTC))
			.param("expiresAt", version.expiresAt().atOffset(ZoneOffset.UTC))
			.param("state", version.state().name())
			.param("sealed", sealed.compact())
			.param("recipient", sealed.recipient().value())
			.param("workingCopy", workingCopy)
			.update();
	}

	boolean offer(ConnectionId connection, long sequence, Instant at) {
		boolean exists = this.jdbc.sql("""
				select count(*) from credential
				where connection_id = :connection and sequence = :sequence and offered_connection_id is null
					and state <> 'REMOVED' and sealed_credential <> ''
				""")
			.param("connection", connection.value())
			.param("sequence", sequence)
			.query(Integer.class)
			.single() == 1;
		if (!exists) {
			return false;
		}
		this.jdbc.sql("update credential set offered_connection_id = null where offered_connection_id = :connection")
			.param("connection", connection.value())
			.update();
		return this.jdbc.sql("""
				update credential set offered_connection_id = connection_id, offered_at = :at
				where connection_id = :connection and sequence = :sequence
				""")
			.param("connection", connection.value())
			.param("sequence", sequence)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	Optional<CredentialVersion> offered(ConnectionId connection) {
		return this.jdbc.sql(VERSION + " and offered_connection_id = connection_id")
			.param("connection", connection.value())
			.query(JdbcCredentialRows::version)
			.optional();
	}

	boolean acknowledge(ConnectionId connection, long sequence, Instant at) {
		return this.jdbc.sql("""
				update credential set acknowledged_at = :at
				where connection_id = :connection and sequence = :sequence and offered_at is not null
					and acknowledged_at is null and sealed_credential <> ''
				""")
			.param("connection", connection.value())
			.param("sequence", sequence)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	List<CredentialVersion> versions(ConnectionId connection) {
		return this.jdbc.sql(VERSION + " order by sequence desc")
			.param("connection", connection.value())
			.query(JdbcCredentialRows::version)
			.list();
	}

	Optional<CredentialVersion> find(ConnectionId connection, UUID keyId) {
		return this.jdbc.sql(VERSION + " and key_id = :keyId")
			.param("connection", connection.value())
			.param("keyId", keyId)
			.query(JdbcCredentialRows::version)
			.optional();
	}

	TenantId tenant(ConnectionId connection) {
		return new TenantId(this.jdbc.sql("select distinct tenant_id from credential where connection_id = :connection")
			.param("connection", connection.value())
			.query(UUID.class)
			.single());
	}

	Optional<String> workingCopy(ConnectionId connection, long sequence) {
		return this.jdbc.sql("""
				select working_copy from credential
				where connection_id = :connection and sequence = :sequence and working_copy is not null
				""").param("connection", connection.value()).param("sequence", sequence).query(String.class).optional();
	}

	int eraseWorkingCopies(ConnectionId connection) {
		return this.jdbc.sql("""
				update credential set working_copy = null
				where connection_id = :connection and working_copy is not null
				""").param("connection", connection.value()).update();
	}

	int eraseWorkingCopiesUntil(Instant created) {
		return this.jdbc.sql("""
				update credential set working_copy = null
				where created_at <= :created and working_copy is not null
				""").param("created", created.atOffset(ZoneOffset.UTC)).update();
	}

	int erase(ConnectionId connection) {
		return this.jdbc.sql("""
				update credential set sealed_credential = '', working_copy = null, current_connection_id = null,
					offered_connection_id = null
				where connection_id = :connection and (sealed_credential <> '' or working_copy is not null)
				""").param("connection", connection.value()).update();
	}

	boolean remove(ConnectionId connection, long sequence) {
		return this.jdbc.sql("""
				update credential set state = 'REMOVED', current_connection_id = null, offered_connection_id = null,
					working_copy = null
				where connection_id = :connection and sequence = :sequence and state <> 'REMOVED'
				""").param("connection", connection.value()).param("sequence", sequence).update() == 1;
	}

	private static CredentialVersion version(ResultSet row, int number) throws SQLException {
		return new CredentialVersion(new ConnectionId(row.getObject("connection_id", UUID.class)),
				row.getLong("sequence"), CredentialType.valueOf(row.getString("credential_type")),
				row.getObject("key_id", UUID.class), row.getString("description"), instant(row, "created_at"),
				instant(row, "expires_at"), State.valueOf(row.getString("state")),
				new Handover(new RecipientKeyId(row.getString("recipient_key_id")), past(row, "offered_at"),
						past(row, "acknowledged_at")));
	}

	private static @Nullable Instant past(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
