package com.highstage.portal.consent;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.microsoft.ConsentPages;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.TokenHash;

/**
 * Begun consents in the database.
 */
@Repository
class JdbcConsentRequests implements ConsentRequests {

	private final JdbcClient jdbc;

	private final ConsentPages pages;

	private final ConsentCallback callback;

	private final ConsentProperties properties;

	private final Clock clock;

	JdbcConsentRequests(JdbcClient jdbc, ConsentPages pages, ConsentCallback callback, ConsentProperties properties,
			Clock clock) {
		this.jdbc = jdbc;
		this.pages = pages;
		this.callback = callback;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public URI begin(ConsentTarget target) {
		Instant now = this.clock.instant();
		LinkToken state = LinkToken.random();
		this.jdbc.sql("delete from consent_request where expires_at < :now").param("now", utc(now)).update();
		this.jdbc
			.sql("""
					insert into consent_request (state_hash, kind, tenant_id, client_id, permissions, created_at, expires_at)
					values (:hash, :kind, :tenant, :client, :permissions, :now, :expires)
					""")
			.params(JdbcConsentTarget.values(target))
			.param("hash", state.hash().value())
			.param("now", utc(now))
			.param("expires", utc(now.plus(this.properties.returnWithin())))
			.update();
		return switch (target) {
			case ConsentTarget.Portal portal -> this.pages.ofPortal(portal.tenant(), this.callback.address(), state);
			case ConsentTarget.Application application -> this.pages.ofApplication(application.tenant(),
					application.client(), application.permissions(), this.callback.address(), state);
		};
	}

	@Override
	public Optional<ConsentTarget> end(String state) {
		String hash = TokenHash.of(state).value();
		boolean first = this.jdbc.sql("""
				update consent_request set used_at = :now
				where state_hash = :hash and used_at is null and expires_at > :now
				""").param("now", utc(this.clock.instant())).param("hash", hash).update() == 1;
		return first ? this.jdbc.sql("select * from consent_request where state_hash = :hash")
			.param("hash", hash)
			.query(JdbcConsentTarget::read)
			.optional() : Optional.empty();
	}

	@Override
	public void declined(String state) {
		this.jdbc.sql("""
				update consent_request set declined = true where state_hash = :hash and used_at is not null
				""").param("hash", TokenHash.of(state).value()).update();
	}

	@Override
	public Optional<Instant> declinedAt(TenantId tenant, boolean portal) {
		return this.jdbc.sql("""
				select used_at from consent_request
				where kind = :kind and tenant_id = :tenant and declined and not exists (
				    select 1 from consent_request later
				    where later.kind = consent_request.kind and later.tenant_id = consent_request.tenant_id
				        and later.created_at > consent_request.used_at)
				order by used_at desc limit 1
				""")
			.param("kind", portal ? "PORTAL" : "APPLICATION")
			.param("tenant", tenant.value())
			.query((row, number) -> row.getObject("used_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	@Override
	public Optional<Instant> portalReturnedAt(TenantId tenant) {
		return this.jdbc.sql("""
				select used_at from consent_request
				where kind = 'PORTAL' and tenant_id = :tenant and used_at is not null and not declined
				order by used_at desc limit 1
				""")
			.param("tenant", tenant.value())
			.query((row, number) -> row.getObject("used_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
