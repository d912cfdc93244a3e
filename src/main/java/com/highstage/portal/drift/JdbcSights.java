package com.highstage.portal.drift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.verification.Trouble.Kind;
import com.highstage.portal.verification.Trouble.Source;

/**
 * Sights in the table {@code drift_sight}, and when Highstage reported what in
 * {@code drift_report}.
 */
@Repository
class JdbcSights implements Sights {

	private final JdbcClient jdbc;

	JdbcSights(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Sight> of(ConnectionId connection) {
		return this.jdbc
			.sql("select * from drift_sight where connection_id = :connection order by seen_at, kind, subject")
			.param("connection", connection.value())
			.query(JdbcSights::sight)
			.list();
	}

	// The row of what is reported of the whole connection stands for the connection: that
	// one's own row is held after the end of the audit chain only.
	@Override
	public void hold(ConnectionId connection) {
		report(connection, "", Instant.EPOCH, """
				insert into drift_report (connection_id, address, reported_at) values (:connection, :address, :at)
				on conflict do nothing
				""");
		this.jdbc.sql("select address from drift_report where connection_id = :connection and address = '' for update")
			.param("connection", connection.value())
			.query(String.class)
			.single();
	}

	@Override
	public boolean isAny(ConnectionId connection) {
		return this.jdbc.sql("select count(*) from drift_sight where connection_id = :connection and lasts")
			.param("connection", connection.value())
			.query(Long.class)
			.single() > 0;
	}

	@Override
	public List<ConnectionId> open() {
		return this.jdbc.sql("""
				select distinct s.connection_id from drift_sight s
				join connection c on c.connection_id = s.connection_id and c.status <> 'ended'
				where s.lasts
				""").query(UUID.class).list().stream().map(ConnectionId::new).toList();
	}

	@Override
	public boolean broke(ConnectionId connection, Evidence broken, @Nullable Instant untold) {
		key(connection, broken.kind(), broken.subject(), """
				insert into drift_sight (connection_id, kind, subject, source, lasts, seen_at)
				values (:connection, :kind, :subject, :source, false, :at)
				on conflict do nothing
				""").param("source", broken.source().name()).param("at", utc(broken.at())).update();
		return key(connection, broken.kind(), broken.subject(), """
				update drift_sight set lasts = true, source = :source, seen_at = :at,
					untold_since = cast(:untold as timestamp with time zone)
				where connection_id = :connection and kind = :kind and subject = :subject and not lasts
				""").param("source", broken.source().name())
			.param("at", utc(broken.at()))
			.param("untold", (untold != null) ? utc(untold) : null)
			.update() == 1;
	}

	@Override
	public void again(ConnectionId connection, Sight sight, Instant at, Source source) {
		key(connection, sight.kind(), sight.subject(), """
				update drift_sight set seen_at = :at, source = :source
				where connection_id = :connection and kind = :kind and subject = :subject and lasts and seen_at < :at
				""").param("at", utc(at)).param("source", source.name()).update();
	}

	@Override
	public void mended(ConnectionId connection, Sight sight, Instant at) {
		key(connection, sight.kind(), sight.subject(), """
				update drift_sight set lasts = false, seen_at = :at, untold_since = null
				where connection_id = :connection and kind = :kind and subject = :subject
				""").param("at", utc(at)).update();
	}

	@Override
	public List<ConnectionId> untold(Instant before, Instant lately) {
		return this.jdbc.sql("""
				select distinct s.connection_id from drift_sight s
				where s.untold_since <= :before and not exists (
					select 1 from drift_sight told
					where told.connection_id = s.connection_id and told.kind = s.kind and told.told_at > :lately)
				""")
			.param("before", utc(before))
			.param("lately", utc(lately))
			.query(UUID.class)
			.list()
			.stream()
			.map(ConnectionId::new)
			.toList();
	}

	@Override
	public List<Sight> tell(ConnectionId connection, Instant now) {
		return of(connection).stream()
			.filter(Sight::open)
			.filter((sight) -> key(connection, sight.kind(), sight.subject(), """
					update drift_sight set untold_since = null, told_at = :now
					where connection_id = :connection and kind = :kind and subject = :subject and lasts
						and untold_since is not null
					""").param("now", utc(now)).update() == 1)
			.toList();
	}

	@Override
	public boolean hears(ConnectionId connection, @Nullable MailboxAddress mailbox, Instant reportedAt) {
		String address = (mailbox != null) ? mailbox.value() : "";
		int made = report(connection, address, reportedAt, """
				insert into drift_report (connection_id, address, reported_at) values (:connection, :address, :at)
				on conflict do nothing
				""");
		return made == 1 || report(connection, address, reportedAt, """
				update drift_report set reported_at = :at
				where connection_id = :connection and address = :address and reported_at < :at
				""") == 1;
	}

	private int report(ConnectionId connection, String address, Instant at, String statement) {
		return this.jdbc.sql(statement)
			.param("connection", connection.value())
			.param("address", address)
			.param("at", utc(at))
			.update();
	}

	private StatementSpec key(ConnectionId connection, Kind kind, String subject, String statement) {
		return this.jdbc.sql(statement)
			.param("connection", connection.value())
			.param("kind", kind.name())
			.param("subject", subject);
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private static Sight sight(ResultSet row, int number) throws SQLException {
		OffsetDateTime told = row.getObject("told_at", OffsetDateTime.class);
		return new Sight(Kind.valueOf(row.getString("kind")), row.getString("subject"),
				Source.valueOf(row.getString("source")), row.getBoolean("lasts"),
				row.getObject("seen_at", OffsetDateTime.class).toInstant(), (told != null) ? told.toInstant() : null);
	}

}
