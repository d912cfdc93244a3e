package com.highstage.portal.vault.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.vault.RecipientKeyChanged;
import com.highstage.portal.vault.RecipientKeyChanged.Change;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultKeys.Recipient;
import com.highstage.portal.vault.key.VaultProperties;

/**
 * Keys in the table {@code recipient_key}.
 */
@Repository
class JdbcRecipientKeys implements RecipientKeys {

	/** After so many wrong answers to one canary they are counted only. */
	private static final int TOLD = 10;

	private final JdbcClient jdbc;

	private final VaultKeys keys;

	private final VaultProperties properties;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JdbcRecipientKeys(JdbcClient jdbc, VaultKeys keys, VaultProperties properties, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.keys = keys;
		this.properties = properties;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public List<RecipientKey> all() {
		List<RecipientKeyId> configured = this.keys.recipients().stream().map(Recipient::id).toList();
		return this.jdbc.sql("select * from recipient_key order by since desc, key_id")
			.query(this::read)
			.list()
			.stream()
			.sorted(Comparator.comparingInt((key) -> place(configured, key.id())))
			.toList();
	}

	@Override
	public Optional<RecipientKey> find(RecipientKeyId id) {
		return this.jdbc.sql("select * from recipient_key where key_id = :id")
			.param("id", id.value())
			.query(this::read)
			.optional();
	}

	@Override
	public boolean answer(RecipientKeyId id, String answer) {
		String hash = Canaries.answerHash(answer);
		Instant now = this.clock.instant();
		// an answer tells of the time since the canary was made, however late it comes
		int proven = this.jdbc.sql("""
				update recipient_key set answered_at = :now,
					proven_until = canary_at + cast(:lasts as bigint) * interval '1' second
				where key_id = :id and answer_hash = :hash and answered_at is null and retired_at is null
					and canary_at > :oldest
				""")
			.param("now", utc(now))
			.param("lasts", this.properties.proofLasts().toSeconds())
			.param("oldest", utc(now.minus(this.properties.proofLasts())))
			.param("id", id.value())
			.param("hash", hash)
			.update();
		if (proven == 1) {
			this.events.publishEvent(new RecipientKeyChanged(id, Change.PROVEN));
			return true;
		}
		return answered(id, hash) || wrong(id);
	}

	// who is not sure whether an answer came through gives it again: it is right, and
	// proves nothing new
	private boolean answered(RecipientKeyId id, String hash) {
		return this.jdbc.sql("""
				select count(*) from recipient_key
				where key_id = :id and answer_hash = :hash and retired_at is null
				""").param("id", id.value()).param("hash", hash).query(Integer.class).single() == 1;
	}

	private boolean wrong(RecipientKeyId id) {
		this.jdbc.sql("""
				update recipient_key set wrong_answers = wrong_answers + 1 where key_id = :id and wrong_answers <= :told
				""").param("id", id.value()).param("told", TOLD).update();
		boolean told = this.jdbc.sql("select wrong_answers from recipient_key where key_id = :id")
			.param("id", id.value())
			.query(Integer.class)
			.optional()
			.map((wrong) -> wrong <= TOLD)
			.orElse(false);
		if (told) {
			this.events.publishEvent(new RecipientKeyChanged(id, Change.ANSWERED_WRONGLY));
		}
		return false;
	}

	private RecipientKey read(ResultSet row, int number) throws SQLException {
		RecipientKeyId id = new RecipientKeyId(row.getString("key_id"));
		Instant proven = instant(row, "proven_until");
		State state = state(id, instant(row, "retired_at"), proven);
		return new RecipientKey(id, state, (state != State.RETIRED) ? row.getString("canary") : null, proven,
				row.getObject("since", OffsetDateTime.class).toInstant());
	}

	private State state(RecipientKeyId id, @Nullable Instant retired, @Nullable Instant proven) {
		if (retired != null) {
			return State.RETIRED;
		}
		if (this.keys.recipient(id).filter(Recipient::pairHeld).isPresent()) {
			return State.HELD;
		}
		return (proven != null && proven.isAfter(this.clock.instant())) ? State.PROVEN : State.WAITS_FOR_PROOF;
	}

	private static int place(List<RecipientKeyId> configured, RecipientKeyId id) {
		int place = configured.indexOf(id);
		return (place >= 0) ? place : configured.size();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
