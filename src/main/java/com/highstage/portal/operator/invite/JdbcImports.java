package com.highstage.portal.operator.invite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.operator.invite.Imports.Import;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * Lists in the table {@code invitation_import}.
 */
@Repository
class JdbcImports {

	private final JdbcClient jdbc;

	JdbcImports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID id, Operator by, Usual usual, Instant now) {
		this.jdbc
			.sql("""
					insert into invitation_import (import_id, tenant_id, object_id, operator_name, brought_at, language, days)
					values (:id, :tenant, :person, :name, :now, :language, :days)
					""")
			.param("id", id)
			.param("tenant", by.person().tenant().value())
			.param("person", by.person().id().objectId().value())
			.param("name", by.person().name())
			.param("now", utc(now))
			.param("language", usual.language().name())
			.param("days", usual.days())
			.update();
	}

	Optional<Import> find(UUID id) {
		return this.jdbc.sql("""
				select i.*, count(l.line) as lines,
				    count(case when l.verdict = 'GOOD' and l.customer_id is null then 1 end) as good,
				    count(l.customer_id) as invited
				from invitation_import i join invitation_import_line l on l.import_id = i.import_id
				where i.import_id = :id group by i.import_id
				""").param("id", id).query((row, index) -> read(row)).optional();
	}

	/**
	 * Notes who confirmed a list.
	 * @param id the list
	 * @param by who
	 * @param now when
	 * @return false if somebody did before, or there is no such list
	 */
	boolean confirm(UUID id, Operator by, Instant now) {
		Person person = by.person();
		return this.jdbc.sql("""
				update invitation_import
				set confirmer_tenant_id = :tenant, confirmer_object_id = :person, confirmer_name = :name,
				    confirmer_organisation = :organisation, confirmer_sign_in_id = :signIn, confirmed_at = :now
				where import_id = :id and confirmed_at is null
				""")
			.param("tenant", person.tenant().value())
			.param("person", person.id().objectId().value())
			.param("name", person.name())
			.param("organisation", person.organisationName())
			.param("signIn", person.signIn().value())
			.param("now", utc(now))
			.param("id", id)
			.update() == 1;
	}

	Optional<Confirmed> confirmed(UUID id) {
		return this.jdbc.sql("""
				select * from invitation_import
				where import_id = :id and confirmed_at is not null and ended_at is null
				""").param("id", id).query((row, index) -> confirmed(row)).optional();
	}

	void end(UUID id, Instant now) {
		this.jdbc.sql("update invitation_import set ended_at = :now where import_id = :id and ended_at is null")
			.param("now", utc(now))
			.param("id", id)
			.update();
	}

	/**
	 * Old lists that nobody needs any more, held so that nobody confirms one meanwhile.
	 * @param before when they were brought at the latest
	 * @return their ids
	 */
	List<UUID> olderThan(Instant before) {
		return this.jdbc.sql("""
				select import_id from invitation_import
				where brought_at < :before and (confirmed_at is null or ended_at is not null)
				order by import_id for update
				""").param("before", utc(before)).query(UUID.class).list();
	}

	void forget(UUID id) {
		this.jdbc.sql("delete from invitation_import where import_id = :id").param("id", id).update();
	}

	private static Confirmed confirmed(ResultSet row) throws SQLException {
		PersonId id = new PersonId(new TenantId(row.getObject("confirmer_tenant_id", UUID.class)),
				new ObjectId(row.getObject("confirmer_object_id", UUID.class)));
		Person person = new Person(id, new SignInId(row.getObject("confirmer_sign_in_id", UUID.class)),
				row.getString("confirmer_name"), "", row.getString("confirmer_organisation"), Set.of(), null);
		return new Confirmed(new Operator(person),
				new Usual(Language.valueOf(row.getString("language")), row.getInt("days")));
	}

	private static Import read(ResultSet row) throws SQLException {
		return new Import(row.getObject("import_id", UUID.class), row.getString("operator_name"),
				Objects.requireNonNull(time(row, "brought_at")), time(row, "confirmed_at"), time(row, "ended_at"),
				row.getInt("lines"), row.getInt("good"), row.getInt("invited"));
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A list whose customers are being invited.
	 *
	 * @param by the operator who confirmed it
	 * @param usual what counts where a line says nothing
	 */
	record Confirmed(Operator by, Usual usual) {

	}

}
