package com.highstage.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Hmacs.Tag;

/**
 * The rows of the chain, as they are.
 */
@Repository
class JdbcChainRows {

	private static final String HEAD = "select sequence, entry_mac, key_id, mac from audit_head where id = 1";

	private final JdbcClient jdbc;

	JdbcChainRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ChainHead> lockHead() {
		return this.jdbc.sql(HEAD + " for update").query(JdbcChainRows::readHead).optional();
	}

	Optional<ChainHead> head() {
		return this.jdbc.sql(HEAD).query(JdbcChainRows::readHead).optional();
	}

	void moveHead(ChainHead head) {
		this.jdbc.sql("""
				update audit_head set sequence = :sequence, entry_mac = :entryMac, key_id = :keyId, mac = :mac
				where id = 1
				""")
			.param("sequence", head.sequence())
			.param("entryMac", head.entryMac())
			.param("keyId", head.tag().keyId())
			.param("mac", head.tag().value())
			.update();
	}

	void insert(ChainEntry entry, Tag tag) {
		this.jdbc.sql("""
				insert into audit_entry (sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac)
				values (:sequence, :at, :tenant, :actorKind, :actorId, :actorName, :action,
					:subject, :refused, :details, :keyId, :mac)
				""")
			.param("sequence", entry.sequence())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("tenant", entry.tenant())
			.param("actorKind", entry.actorKind())
			.param("actorId", entry.actorId())
			.param("actorName", entry.actorName())
			.param("action", entry.action())
			.param("subject", entry.subject())
			.param("refused", entry.refused())
			.param("details", entry.details())
			.param("keyId", tag.keyId())
			.param("mac", tag.value())
			.update();
	}

	List<Row> page(long after, int size) {
		return this.jdbc.sql("""
				select sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac
				from audit_entry where sequence > :after order by sequence limit :size
				""").param("after", after).param("size", size).query(JdbcChainRows::row).list();
	}

	List<ChainEntry> newest(TenantId tenant, int most) {
		return this.jdbc.sql("""
				select sequence, recorded_at, tenant_id, actor_kind, actor_id, actor_name, action,
					subject, refused, details, key_id, mac
				from audit_entry where tenant_id = :tenant order by sequence desc limit :most
				""")
			.param("tenant", tenant.value())
			.param("most", most)
			.query(JdbcChainRows::row)
			.list()
			.stream()
			.map(Row::entry)
			.toList();
	}

	private static ChainHead readHead(ResultSet row, int number) throws SQLException {
		return new ChainHead(row.getLong("sequence"), row.getString("entry_mac"), tag(row));
	}

	static Row row(ResultSet row, int number) throws SQLException {
		ChainEntry entry = new ChainEntry(row.getLong("sequence"),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getObject("tenant_id", UUID.class),
				row.getString("actor_kind"), row.getString("actor_id"), row.getString("actor_name"),
				row.getString("action"), row.getString("subject"), row.getBoolean("refused"), row.getString("details"));
		return new Row(entry, tag(row));
	}

	private static Tag tag(ResultSet row) throws SQLException {
		return new Tag(row.getString("key_id"), row.getString("mac"));
	}

	/**
	 * An entry with its tag.
	 *
	 * @param entry what was authenticated
	 * @param tag with what
	 */
	record Row(ChainEntry entry, Tag tag) {

	}

}
