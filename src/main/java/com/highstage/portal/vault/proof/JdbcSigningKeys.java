package com.highstage.portal.vault.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.vault.SigningKeys;

/**
 * Signing keys in the table {@code signing_key}.
 */
@Repository
class JdbcSigningKeys implements SigningKeys, SigningRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcSigningKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<SigningKey> published() {
		return this.jdbc.sql("""
				select key_id, public_key, valid_from, valid_until from highstage_signing_key_v1
				order by case when valid_until is null then 0 else 1 end, valid_until desc, key_id
				""").query(JdbcSigningKeys::read).list();
	}

	@Override
	public void publish(List<ECKey> keys) {
		keys.forEach(this::add);
		mark("set valid_until = null, withdrawn_at = null where key_id = :signer", keys);
		mark("set valid_until = coalesce(valid_until, :now) where key_id <> :signer", keys);
		mark("set withdrawn_at = null where key_id in (:all)", keys);
		mark("set withdrawn_at = coalesce(withdrawn_at, :now) where key_id not in (:all)", keys);
	}

	private void add(ECKey key) {
		this.jdbc.sql("""
				insert into signing_key (key_id, public_key, valid_from) values (:id, :key, :now)
				on conflict do nothing
				""")
			.param("id", key.getKeyID())
			.param("key", key.toPublicJWK().toJSONString())
			.param("now", now())
			.update();
	}

	private void mark(String change, List<ECKey> keys) {
		this.jdbc.sql("update signing_key " + change)
			.param("signer", keys.getFirst().getKeyID())
			.param("all", keys.stream().map(ECKey::getKeyID).toList())
			.param("now", now())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static SigningKey read(ResultSet row, int number) throws SQLException {
		OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
		return new SigningKey(row.getString("key_id"), row.getString("public_key"),
				row.getObject("valid_from", OffsetDateTime.class).toInstant(),
				(until != null) ? until.toInstant() : null);
	}

}
