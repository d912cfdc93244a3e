package com.highstage.portal.account.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.LinkedSignIns;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.SignInNames;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * Sign-ins in the table {@code sign_in}.
 */
@Repository
class JdbcSignIns implements SignIns, LinkedSignIns, SignInNames {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final SignInProperties properties;

	private final VendorProperties vendor;

	private final Clock clock;

	JdbcSignIns(JdbcClient jdbc, AuditTrail audit, SignInProperties properties, VendorProperties vendor, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.properties = properties;
		this.vendor = vendor;
		this.clock = clock;
	}

	@Override
	@Transactional
	public SignedIn begin(Identity identity) {
		Instant now = this.clock.instant();
		SignInId id = new SignInId(UUID.randomUUID());
		Person person = new Person(identity.id(), id, identity.name().value(), identity.signInName().value(),
				domainOf(identity.signInName().value()), Set.of(), null);
		Staff staff = staff(identity);
		this.jdbc.sql("""
				insert into sign_in (id, tenant_id, object_id, name, sign_in_name, organisation_name, staff, roles,
				    began_at, expires_at)
				values (:id, :tenant, :object, :name, :signInName, :organisation, :staff, '', :now, :expires)
				""")
			.param("id", id.value())
			.param("tenant", person.tenant().value())
			.param("object", person.id().objectId().value())
			.param("name", person.name())
			.param("signInName", person.signInName())
			.param("organisation", person.organisationName())
			.param("staff", (staff != null) ? staff.name() : null)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", now.plus(this.properties.longest()).atOffset(ZoneOffset.UTC))
			.update();
		this.audit.record(new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()), "sign-in.began",
				id.toString(), Map.of()));
		return new SignedIn(person, staff);
	}

	@Override
	public Optional<SignedIn> find(SignInId id) {
		return this.jdbc.sql("""
				select id, tenant_id, object_id, name, sign_in_name, organisation_name, staff, roles, roles_at
				from sign_in
				where id = :id and ended_at is null and expires_at > :now
				""")
			.param("id", id.value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, index) -> signedIn(row))
			.optional();
	}

	@Override
	public Optional<String> lookUp(SignInId id) {
		return find(id).map((signedIn) -> signedIn.person().signInName());
	}

	@Override
	public void foundRoles(SignInId id, Set<DirectoryRole> roles) {
		this.jdbc.sql("update sign_in set roles = :roles, roles_at = :now where id = :id and ended_at is null")
			.param("id", id.value())
			.param("roles", roles.stream().map(DirectoryRole::name).sorted().collect(Collectors.joining(",")))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	@Override
	public void foundOrganisation(SignInId id, PlainName name) {
		if (!name.value().isEmpty()) {
			this.jdbc.sql("update sign_in set organisation_name = :name where id = :id and ended_at is null")
				.param("id", id.value())
				.param("name", name.value())
				.update();
		}
	}

	@Override
	public void cameFrom(SignInId id, UUID link) {
		this.jdbc.sql("update sign_in set link_id = :link where id = :id")
			.param("id", id.value())
			.param("link", link)
			.update();
	}

	@Override
	@Transactional
	public void endAllFrom(UUID link) {
		endAll(this.jdbc.sql("select id from sign_in where link_id = :link and ended_at is null")
			.param("link", link)
			.query((row, index) -> new SignInId(row.getObject("id", UUID.class)))
			.list());
	}

	@Override
	public Optional<PlainName> organisation(TenantId tenant) {
		return this.jdbc.sql("""
				select organisation_name from sign_in where tenant_id = :tenant
				order by began_at desc, id fetch first 1 rows only
				""")
			.param("tenant", tenant.value())
			.query((row, index) -> new PlainName(row.getString("organisation_name")))
			.optional();
	}

	@Override
	@Transactional
	public void forgetOutlived() {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update delegated_access set token = null where expires_at <= :now").param("now", now).update();
		this.jdbc.sql("""
				delete from delegated_access where sign_in_id in
				    (select id from sign_in where ended_at is not null or expires_at <= :now)
				""").param("now", now).update();
		this.jdbc.sql("delete from sign_in where expires_at < :then")
			.param("then", now.minus(this.properties.kept()))
			.update();
	}

	@Override
	@Transactional
	public void end(SignInId id) {
		endAll(List.of(id));
	}

	private void endAll(List<SignInId> ids) {
		List<Person> ended = ids.stream().flatMap((id) -> find(id).stream()).map(SignedIn::person).toList();
		ids.forEach(this::erase);
		ended.forEach((person) -> this.audit.record(new AuditEvent(person.tenant(),
				Actor.person(person.id(), person.name()), "sign-in.ended", person.signIn().toString(), Map.of())));
	}

	private void erase(SignInId id) {
		// first: nothing is kept for it from then on
		this.jdbc.sql("update sign_in set ended_at = :now where id = :id and ended_at is null")
			.param("id", id.value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("delete from delegated_access where sign_in_id = :id").param("id", id.value()).update();
	}

	private @Nullable Staff staff(Identity identity) {
		boolean vendors = identity.id().tenant().value().equals(this.vendor.tenantId());
		return vendors ? Staff.of(identity.appRoles()).orElse(null) : null;
	}

	private static SignedIn signedIn(ResultSet row) throws SQLException {
		PersonId id = new PersonId(new TenantId(row.getObject("tenant_id", UUID.class)),
				new ObjectId(row.getObject("object_id", UUID.class)));
		OffsetDateTime rolesAt = row.getObject("roles_at", OffsetDateTime.class);
		String staff = row.getString("staff");
		Person person = new Person(id, new SignInId(row.getObject("id", UUID.class)), row.getString("name"),
				row.getString("sign_in_name"), row.getString("organisation_name"), roles(row.getString("roles")),
				(rolesAt != null) ? rolesAt.toInstant() : null);
		return new SignedIn(person, (staff != null) ? Staff.valueOf(staff) : null);
	}

	private static Set<DirectoryRole> roles(String names) {
		return Arrays.stream(names.split(","))
			.filter((name) -> !name.isEmpty())
			.map(DirectoryRole::valueOf)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String domainOf(String signInName) {
		return signInName.substring(signInName.lastIndexOf('@') + 1);
	}

}
