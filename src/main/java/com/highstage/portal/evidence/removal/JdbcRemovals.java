package com.highstage.portal.evidence.removal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.TenantId;

/**
 * Removals in the database. Changes run in the caller's transaction.
 */
@Repository
class JdbcRemovals {

	private final JdbcClient jdbc;

	JdbcRemovals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The removal under way, else the last one.
	 * @param tenant the organisation
	 * @return empty if there was none
	 */
	Optional<Removal> latest(TenantId tenant) {
		return this.jdbc.sql("""
				select * from removal where tenant_id = :tenant
				order by case when active_connection_id is null then 1 else 0 end, started_at desc limit 1
				""").param("tenant", tenant.value()).query(JdbcRemovalRow::removal).optional().map(this::whole);
	}

	/**
	 * The last removal of a connection.
	 * @param connection the connection
	 * @return empty if there was none
	 */
	Optional<Removal> of(ConnectionId connection) {
		return this.jdbc.sql("select * from removal where connection_id = :id order by started_at desc limit 1")
			.param("id", connection.value())
			.query(JdbcRemovalRow::removal)
			.optional()
			.map(this::whole);
	}

	Optional<Removal> find(UUID id) {
		return this.jdbc.sql("select * from removal where removal_id = :id")
			.param("id", id)
			.query(JdbcRemovalRow::removal)
			.optional()
			.map(this::whole);
	}

	boolean isUnderWay(TenantId tenant) {
		return this.jdbc
			.sql("select count(*) from removal where tenant_id = :tenant and active_connection_id is not null")
			.param("tenant", tenant.value())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Adds a removal unless one of the connection is under way.
	 * @param removal the removal
	 * @throws org.springframework.dao.DuplicateKeyException if one is
	 */
	void add(Removal removal) {
		this.jdbc.sql("""
				insert into removal (removal_id, tenant_id, connection_id, active_connection_id, ours, exchange,
					started_by, starter_name, started_at, by_vendor, reason, acting_name, exchange_name, epoch,
					version)
				values (:id, :tenant, :connection, :connection, :ours, :exchange,
					:startedBy, :starterName, :startedAt, :byVendor, :reason, '', '', 0,
					0)
				""").params(JdbcRemovalRow.all(removal)).update();
		lend(removal.id(), removal.directory(), removal.exchange());
		removal.scope()
			.mailboxes()
			.forEach((mailbox) -> this.jdbc.sql("""
					insert into removal_mailbox (removal_id, address, ours) values (:id, :address, :ours)
					""")
				.param("id", removal.id())
				.param("address", mailbox.address().value())
				.param("ours", mailbox.ours())
				.update());
	}

	/**
	 * Notes whose authority is used from now on.
	 * @param id the removal
	 * @param directory in the directory; null to leave it
	 * @param exchange in Exchange; null to leave it
	 */
	void lend(UUID id, @Nullable Authority directory, @Nullable Authority exchange) {
		if (directory != null) {
			this.jdbc.sql("""
					update removal set sign_in_id = :signIn, acting_object_id = :person, acting_name = :name
					where removal_id = :id
					""").params(JdbcRemovalRow.authority(id, directory)).update();
		}
		if (exchange != null) {
			this.jdbc.sql("""
					update removal set exchange_sign_in_id = :signIn, exchange_object_id = :person,
						exchange_name = :name
					where removal_id = :id
					""").params(JdbcRemovalRow.authority(id, exchange)).update();
		}
	}

	/**
	 * Notes that a person asked for something, and waits for others who do.
	 * @param id the removal
	 * @return false if it is over
	 */
	boolean asked(UUID id) {
		return this.jdbc.sql("""
				update removal set version = version + 1 where removal_id = :id and active_connection_id is not null
				""").param("id", id).update() == 1;
	}

	long version(UUID id) {
		return this.jdbc.sql("select version from removal where removal_id = :id")
			.param("id", id)
			.query(Long.class)
			.single();
	}

	Map<Part, PartRecord> parts(UUID id) {
		Map<Part, PartRecord> parts = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			parts.put(part, PartRecord.untouched(part));
		}
		this.jdbc.sql("select * from removal_part where removal_id = :id")
			.param("id", id)
			.query(JdbcRemovalRow::readPart)
			.list()
			.forEach((part) -> parts.put(part.part(), part));
		return parts;
	}

	void save(UUID id, PartRecord part) {
		Map<String, @Nullable Object> values = new HashMap<>(JdbcRemovalRow.values(part));
		values.put("id", id);
		int updated = this.jdbc.sql("""
				update removal_part set state = :state, since = :since, next_look = :nextLook,
					explanation_key = :key, explanation_code = :code, explanation_reference = :reference,
					tries = :tries, looked_up_at = :lookedUpAt
				where removal_id = :id and part = :part
				""").params(values).update();
		if (updated == 0) {
			this.jdbc.sql("""
					insert into removal_part (removal_id, part, state, since, next_look, explanation_key,
						explanation_code, explanation_reference, tries, looked_up_at)
					values (:id, :part, :state, :since, :nextLook, :key, :code, :reference, :tries, :lookedUpAt)
					""").params(values).update();
		}
	}

	/**
	 * Takes the right to work on a removal.
	 * @param id the removal
	 * @param now the time
	 * @param until how long unless it is held further
	 * @return the epoch, or null if somebody else has it or the removal is over
	 */
	@Nullable Long takeLease(UUID id, Instant now, Instant until) {
		int taken = this.jdbc.sql("""
				update removal set epoch = epoch + 1, lease_until = :until
				where removal_id = :id and active_connection_id is not null
					and (lease_until is null or lease_until < :now)
				""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
		return (taken == 1) ? this.jdbc.sql("select epoch from removal where removal_id = :id")
			.param("id", id)
			.query(Long.class)
			.single() : null;
	}

	boolean holdLease(UUID id, long epoch, Instant until) {
		return this.jdbc.sql("""
				update removal set lease_until = :until
				where removal_id = :id and epoch = :epoch and active_connection_id is not null
					and lease_until is not null
				""").param("until", until.atOffset(ZoneOffset.UTC)).param("id", id).param("epoch", epoch).update() == 1;
	}

	void releaseLease(UUID id, long epoch) {
		this.jdbc.sql("""
				update removal set lease_until = null, alarm_epoch = :epoch where removal_id = :id and epoch = :epoch
				""").param("id", id).param("epoch", epoch).update();
	}

	/**
	 * Frees every lease, because the only process that could hold one has just started.
	 */
	void freeLeases() {
		this.jdbc.sql("update removal set lease_until = null where lease_until is not null").update();
	}

	boolean hearsAlarm(UUID id, long epoch) {
		return this.jdbc.sql("select count(*) from removal where removal_id = :id and alarm_epoch = :epoch")
			.param("id", id)
			.param("epoch", epoch)
			.query(Long.class)
			.single() > 0;
	}

	void end(UUID id, Instant at) {
		this.jdbc.sql("update removal set active_connection_id = null, ended_at = :at where removal_id = :id")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	private Removal whole(Removal removal) {
		List<RemovalMailbox> mailboxes = this.jdbc
			.sql("select address, ours from removal_mailbox where removal_id = :id order by address")
			.param("id", removal.id())
			.query((row, number) -> new RemovalMailbox(new MailboxAddress(row.getString("address")),
					row.getBoolean("ours")))
			.list();
		return new Removal(removal.id(), removal.tenant(), removal.connection(),
				new Removal.Scope(removal.scope().ours(), removal.scope().exchange(), mailboxes), removal.start(),
				removal.endedAt(), removal.directory(), removal.exchange());
	}

}
