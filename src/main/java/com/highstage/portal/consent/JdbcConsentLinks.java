package com.highstage.portal.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.TokenHash;

/**
 * Links for colleagues in the database, by their hash. A new link for the same thing
 * revokes the former.
 */
@Repository
class JdbcConsentLinks implements ConsentLinks {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final PortalProperties portal;

	private final ConsentProperties properties;

	private final Clock clock;

	JdbcConsentLinks(JdbcClient jdbc, AuditTrail audit, PortalProperties portal, ConsentProperties properties,
			Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.portal = portal;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	@Transactional
	public ColleagueLink create(Person person, ConsentTarget target) {
		Instant now = this.clock.instant();
		Instant until = now.plus(this.properties.linkValidFor());
		LinkToken token = LinkToken.random();
		Map<String, ?> values = JdbcConsentTarget.values(target);
		this.jdbc.sql("""
				update consent_link set revoked_at = :now
				where tenant_id = :tenant and kind = :kind and revoked_at is null
				""").params(values).param("now", utc(now)).update();
		this.jdbc.sql("""
				insert into consent_link (token_hash, kind, tenant_id, client_id, permissions, organisation_name,
					asked_by, created_at, expires_at)
				values (:hash, :kind, :tenant, :client, :permissions, :name, :by, :now, :until)
				""")
			.params(values)
			.param("hash", token.hash().value())
			.param("name", person.organisationName())
			.param("by", person.name())
			.param("now", utc(now))
			.param("until", utc(until))
			.update();
		this.audit.record(new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()),
				"consent.link.created", String.valueOf(values.get("kind")), Map.of("until", until.toString())));
		return new ColleagueLink(this.portal.page("/consent/by-link/" + token.value()), until);
	}

	@Override
	public Optional<OpenLink> find(TokenHash token) {
		return this.jdbc.sql("""
				select * from consent_link
				where token_hash = :hash and revoked_at is null and expires_at > :now
				""")
			.param("hash", token.value())
			.param("now", utc(this.clock.instant()))
			.query((row, number) -> new OpenLink(JdbcConsentTarget.read(row, number),
					row.getString("organisation_name"), row.getString("asked_by")))
			.optional();
	}

	@Override
	public Optional<Instant> waitingSince(TenantId tenant, boolean portal) {
		return this.jdbc.sql("""
				select max(created_at) from consent_link
				where tenant_id = :tenant and kind = :kind and revoked_at is null and expires_at > :now
				""")
			.param("tenant", tenant.value())
			.param("kind", portal ? "PORTAL" : "APPLICATION")
			.param("now", utc(this.clock.instant()))
			.query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
