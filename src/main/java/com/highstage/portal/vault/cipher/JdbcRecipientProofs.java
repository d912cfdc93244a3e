package com.highstage.portal.vault.cipher;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.vault.RecipientKeyId;

/**
 * Proofs in the table {@code recipient_key}.
 */
@Repository
class JdbcRecipientProofs implements RecipientProofs {

	private final JdbcClient jdbc;

	JdbcRecipientProofs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean proven(RecipientKeyId key, Instant at) {
		return this.jdbc.sql("""
				select count(*) from recipient_key
				where key_id = :key and proven_until > :at
				""")
			.param("key", key.value())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single() == 1;
	}

}
