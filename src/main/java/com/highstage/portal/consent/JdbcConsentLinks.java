package com.highstage.portal.consent;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.LinkKind;
import com.highstage.portal.invitation.Links;
import com.highstage.portal.invitation.Links.NewLink;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * What colleagues' links are about, in the database.
 */
@Repository
class JdbcConsentLinks implements ConsentLinks {

	private final JdbcClient jdbc;

	private final Links links;

	private final ConsentProperties properties;

	private final Clock clock;

	JdbcConsentLinks(JdbcClient jdbc, Links links, ConsentProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	@Transactional
	public ColleagueLink create(Person person, ConsentTarget target, @Nullable UUID onboarding) {
		return add(this.links.create(person, kind(target), onboarding, this.properties.linkValidFor()), target);
	}

	@Override
	@Transactional
	public ColleagueLink create(Operator by, PlainName organisation, ConsentTarget target, @Nullable UUID onboarding) {
		return add(this.links.create(by, target.tenant(), organisation, kind(target), onboarding,
				this.properties.linkValidFor()), target);
	}

	private static LinkKind kind(ConsentTarget target) {
		return (target instanceof ConsentTarget.Portal) ? LinkKind.ALLOW : LinkKind.CONSENT;
	}

	private ColleagueLink add(NewLink made, ConsentTarget target) {
		this.jdbc.sql("""
				insert into consent_link (link_id, kind, tenant_id, client_id, permissions)
				values (:link, :kind, :tenant, :client, :permissions)
				""").params(JdbcConsentTarget.values(target)).param("link", made.link().id()).update();
		return new ColleagueLink(made.address(), made.link().expiresAt());
	}

	@Override
	public Optional<ConsentTarget> target(Link link) {
		return this.jdbc.sql("select * from consent_link where link_id = :link and tenant_id = :tenant")
			.param("link", link.id())
			.param("tenant", link.tenant().value())
			.query(JdbcConsentTarget::read)
			.optional();
	}

	@Override
	public Optional<Link> waiting(TenantId tenant, boolean portal) {
		return usable(tenant, portal).findFirst();
	}

	@Override
	public void settle(TenantId tenant, boolean portal) {
		usable(tenant, portal).forEach(this.links::use);
	}

	private Stream<Link> usable(TenantId tenant, boolean portal) {
		LinkKind kind = portal ? LinkKind.ALLOW : LinkKind.CONSENT;
		return this.links.list(tenant)
			.stream()
			.filter((link) -> link.kind() == kind && link.isUsable(this.clock.instant()));
	}

}
