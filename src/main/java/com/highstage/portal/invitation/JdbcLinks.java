package com.highstage.portal.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.LinkedSignIns;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.TokenHash;

/**
 * Links in the table {@code link}, by the hash of their token.
 */
@Repository
class JdbcLinks implements Links {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final LinkedSignIns signIns;

	private final PortalProperties portal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JdbcLinks(JdbcClient jdbc, AuditTrail audit, LinkedSignIns signIns, PortalProperties portal,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.signIns = signIns;
		this.portal = portal;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional
	public NewLink create(Person by, LinkKind kind, @Nullable UUID onboarding, Duration validFor) {
		Instant now = this.clock.instant();
		return add(by, new Link(UUID.randomUUID(), kind, by.tenant(), by.organisationName(), onboarding, by.name(),
				false, now, now.plus(validFor), null, null));
	}

	@Override
	@Transactional
	public NewLink create(Operator by, TenantId tenant, PlainName organisation, LinkKind kind,
			@Nullable UUID onboarding, Duration validFor) {
		Instant now = this.clock.instant();
		return add(by.person(), new Link(UUID.randomUUID(), kind, tenant, organisation.value(), onboarding,
				by.person().name(), true, now, now.plus(validFor), null, null));
	}

	private NewLink add(Person by, Link link) {
		LinkToken token = LinkToken.random();
		List<Link> formers = list(link.tenant()).stream()
			.filter((former) -> former.kind() == link.kind() && former.byVendor() == link.byVendor())
			.filter((former) -> former.isUsable(link.createdAt()))
			.toList();
		this.jdbc.sql("""
				insert into link (id, token_hash, kind, tenant_id, organisation_name, onboarding_id, asked_by,
				    asked_by_id, by_vendor, created_at, expires_at)
				values (:id, :hash, :kind, :tenant, :organisation, :onboarding, :by, :byId, :vendor, :now, :expires)
				""")
			.param("id", link.id())
			.param("hash", token.hash().value())
			.param("kind", link.kind().name())
			.param("tenant", link.tenant().value())
			.param("organisation", link.organisationName())
			.param("onboarding", link.onboarding())
			.param("by", link.askedBy())
			.param("byId", by.id().objectId().value())
			.param("vendor", link.byVendor())
			.param("now", utc(link.createdAt()))
			.param("expires", utc(link.expiresAt()))
			.update();
		// who came by the former link goes on with what they are at
		formers.forEach((former) -> takeBack(by, link.tenant(), former.id()));
		record(link.tenant(), person(by), "link.created", link.id(),
				Map.of("kind", link.kind().name(), "until", link.expiresAt().toString()));
		return new NewLink(link, this.portal.page("/link/" + token.value()));
	}

	@Override
	public Optional<Link> find(TokenHash token) {
		return this.jdbc.sql("select * from link where token_hash = :hash")
			.param("hash", token.value())
			.query((row, index) -> link(row))
			.optional()
			.filter((link) -> link.isUsable(this.clock.instant()));
	}

	@Override
	@Transactional
	public boolean signedIn(Link link, Person person) {
		boolean usable = this.jdbc.sql("select * from link where id = :id for update")
			.param("id", link.id())
			.query((row, index) -> link(row))
			.optional()
			.filter((known) -> known.isUsable(this.clock.instant()))
			.isPresent();
		if (usable) {
			this.signIns.cameFrom(person.signIn(), link.id());
		}
		return usable;
	}

	@Override
	public List<Link> list(TenantId tenant) {
		return this.jdbc.sql("select * from link where tenant_id = :tenant order by created_at desc, id")
			.param("tenant", tenant.value())
			.query((row, index) -> link(row))
			.list();
	}

	@Override
	@Transactional
	public void use(Link link) {
		boolean used = this.jdbc
			.sql("update link set used_at = :now where id = :id and used_at is null and revoked_at is null")
			.param("id", link.id())
			.param("now", utc(this.clock.instant()))
			.update() == 1;
		if (used) {
			record(link.tenant(), Actor.PORTAL, "link.used", link.id(), Map.of());
		}
	}

	@Override
	@Transactional
	public boolean revoke(Person by, UUID id) {
		boolean revoked = takeBack(by, by.tenant(), id);
		if (revoked) {
			this.signIns.endAllFrom(id);
		}
		return revoked;
	}

	// All rows are held before the first is written down: the end of the audit chain
	// comes last.
	@Override
	@Transactional
	public boolean revokeAsked(Operator by, TenantId tenant) {
		return revoke(by, tenant, Link::byVendor);
	}

	@Override
	@Transactional
	public void revokeAll(Operator by, TenantId tenant) {
		revoke(by, tenant, (link) -> true);
	}

	private boolean revoke(Operator by, TenantId tenant, Predicate<Link> which) {
		List<Link> asked = this.jdbc.sql("select * from link where tenant_id = :tenant order by id for update")
			.param("tenant", tenant.value())
			.query((row, index) -> link(row))
			.list()
			.stream()
			.filter(which)
			.toList();
		List<UUID> usable = asked.stream().filter((link) -> link.isUsable(this.clock.instant())).map(Link::id).toList();
		usable.forEach((id) -> takeBack(by.person(), tenant, id));
		asked.forEach((link) -> this.signIns.endAllFrom(link.id()));
		return !usable.isEmpty();
	}

	private boolean takeBack(Person by, TenantId tenant, UUID id) {
		boolean revoked = this.jdbc.sql("""
				update link set revoked_at = :now
				where id = :id and tenant_id = :tenant and used_at is null and revoked_at is null
				""")
			.param("id", id)
			.param("tenant", tenant.value())
			.param("now", utc(this.clock.instant()))
			.update() == 1;
		if (revoked) {
			record(tenant, person(by), "link.revoked", id, Map.of());
		}
		return revoked;
	}

	private void record(TenantId tenant, Actor actor, String action, UUID link, Map<String, String> details) {
		this.audit.record(new AuditEvent(tenant, actor, action, link.toString(), details));
		this.events.publishEvent(new OrganisationMoved(tenant));
	}

	private static Actor person(Person person) {
		return Actor.person(person.id(), person.name());
	}

	private static Link link(ResultSet row) throws SQLException {
		return new Link(row.getObject("id", UUID.class), LinkKind.valueOf(row.getString("kind")),
				new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("organisation_name"),
				row.getObject("onboarding_id", UUID.class), row.getString("asked_by"), row.getBoolean("by_vendor"),
				at(row, "created_at"), at(row, "expires_at"), time(row, "used_at"), time(row, "revoked_at"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
