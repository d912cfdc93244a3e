package com.highstage.portal.operator.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.operator.KeyUses;
import com.highstage.portal.vault.RecipientKeyId;

/**
 * Connections by the keys of the credentials that are offered to Highstage, or stored to
 * be offered once a check has passed.
 */
@Repository
class JdbcKeyUses implements KeyUses {

	private static final String HANGS = """
			s.sealed_credential <> '' and (s.offered_connection_id is not null or s.current_connection_id is not null)
			""";

	private final JdbcClient jdbc;

	JdbcKeyUses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<RecipientKeyId, Long> counts() {
		return this.jdbc.sql("""
				select s.recipient_key_id, count(distinct s.connection_id) as uses from credential s
				where %s
				group by s.recipient_key_id
				""".formatted(HANGS))
			.query((row, number) -> Map.entry(new RecipientKeyId(row.getString("recipient_key_id")),
					row.getLong("uses")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@Override
	public long connections() {
		return this.jdbc.sql("select count(distinct s.connection_id) from credential s where " + HANGS)
			.query(Long.class)
			.single();
	}

	@Override
	public List<KeyUse> of(RecipientKeyId key, UUID after, int most) {
		return this.jdbc.sql("""
				select c.connection_id, coalesce(k.name, c.organisation_name) as name, k.customer_id,
					max(s.expires_at) as secret_ends
				from credential s
				join connection c on c.connection_id = s.connection_id
				left join customer k on k.tenant_id = c.tenant_id
				where s.recipient_key_id = :key and s.connection_id > :after and %s
				group by c.connection_id, c.organisation_name, k.name, k.customer_id
				order by c.connection_id
				limit :most
				""".formatted(HANGS))
			.param("key", key.value())
			.param("after", after)
			.param("most", most)
			.query((row, number) -> read(row))
			.list();
	}

	private static KeyUse read(ResultSet row) throws SQLException {
		return new KeyUse(row.getObject("connection_id", UUID.class), row.getString("name"),
				row.getObject("customer_id", UUID.class),
				row.getObject("secret_ends", OffsetDateTime.class).toInstant());
	}

}
