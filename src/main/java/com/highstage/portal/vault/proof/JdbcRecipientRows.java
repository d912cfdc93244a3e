package com.highstage.portal.vault.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.proof.Canaries.Canary;

/**
 * Rows of the table {@code recipient_key}.
 */
@Repository
class JdbcRecipientRows implements RecipientRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcRecipientRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean add(RecipientKeyId id) {
		int added = this.jdbc.sql("""
				insert into recipient_key (key_id, since) values (:id, :now)
				on conflict do nothing
				""").param("id", id.value()).param("now", now()).update();
		int back = this.jdbc.sql("""
				update recipient_key set retired_at = null where key_id = :id and retired_at is not null
				""").param("id", id.value()).update();
		return added + back > 0;
	}

	@Override
	public List<RecipientKeyId> retire(List<RecipientKeyId> kept) {
		List<RecipientKeyId> retired = this.jdbc.sql("""
				select key_id from recipient_key where retired_at is null and key_id not in (:kept) for update
				""")
			.param("kept", kept.stream().map(RecipientKeyId::value).toList())
			.query((row, number) -> new RecipientKeyId(row.getString(1)))
			.list();
		retired.forEach((id) -> this.jdbc.sql("update recipient_key set retired_at = :now where key_id = :id")
			.param("now", now())
			.param("id", id.value())
			.update());
		return retired;
	}

	@Override
	public boolean lockIfDue(RecipientKeyId id, Instant outdated) {
		return this.jdbc.sql("""
				select key_id from recipient_key
				where key_id = :id and (canary_at is null or canary_at <= :outdated)
				for update
				""")
			.param("id", id.value())
			.param("outdated", outdated.atOffset(ZoneOffset.UTC))
			.query(String.class)
			.optional()
			.isPresent();
	}

	@Override
	public void put(RecipientKeyId id, Canary canary) {
		this.jdbc.sql("""
				update recipient_key set canary = :canary, answer_hash = :hash, canary_at = :now, answered_at = null,
					wrong_answers = 0
				where key_id = :id
				""")
			.param("canary", canary.sealed())
			.param("hash", canary.answerHash())
			.param("now", now())
			.param("id", id.value())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
