package com.highstage.portal.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Troubles in the table {@code connection_trouble}.
 */
@Repository
class JdbcTroubles implements Troubles {

	private final JdbcClient jdbc;

	private final Connections connections;

	JdbcTroubles(JdbcClient jdbc, Connections connections) {
		this.jdbc = jdbc;
		this.connections = connections;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean found(Trouble trouble) {
		if (isKnown(trouble)) {
			return false;
		}
		this.jdbc.sql("""
				insert into connection_trouble (connection_id, kind, subject, source, explanation_key,
					explanation_code, explanation_reference, since)
				values (:connection, :kind, :subject, :source, :key, :code, :reference, :since)
				""")
			.param("connection", trouble.connection().value())
			.param("kind", trouble.kind().name())
			.param("subject", trouble.subject())
			.param("source", trouble.source().name())
			.param("key", trouble.explanation().key())
			.param("code", trouble.explanation().code())
			.param("reference", trouble.explanation().reference())
			.param("since", trouble.since().atOffset(ZoneOffset.UTC))
			.update();
		this.connections.attention(trouble.connection(), true);
		return true;
	}

	private boolean isKnown(Trouble trouble) {
		return of(trouble.connection()).stream()
			.anyMatch((known) -> known.kind() == trouble.kind() && known.subject().equals(trouble.subject()));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean mended(ConnectionId connection, Trouble.Kind kind, String subject) {
		int mended = this.jdbc.sql("""
				delete from connection_trouble
				where connection_id = :connection and kind = :kind and subject = :subject
				""")
			.param("connection", connection.value())
			.param("kind", kind.name())
			.param("subject", subject)
			.update();
		if (mended > 0) {
			this.connections.attention(connection, !of(connection).isEmpty());
		}
		return mended > 0;
	}

	@Override
	public List<Trouble> of(ConnectionId connection) {
		return this.jdbc
			.sql("select * from connection_trouble where connection_id = :connection order by since, subject")
			.param("connection", connection.value())
			.query(JdbcTroubles::trouble)
			.list();
	}

	private static Trouble trouble(ResultSet row, int number) throws SQLException {
		return new Trouble(new ConnectionId(row.getObject("connection_id", UUID.class)),
				Trouble.Kind.valueOf(row.getString("kind")), row.getString("subject"),
				Trouble.Source.valueOf(row.getString("source")),
				new Explanation(row.getString("explanation_key"), row.getString("explanation_code"),
						row.getString("explanation_reference")),
				row.getObject("since", OffsetDateTime.class).toInstant());
	}

}
