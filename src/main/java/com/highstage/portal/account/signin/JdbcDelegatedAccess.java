package com.highstage.portal.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;

/**
 * Delegated tokens in the table {@code delegated_access}, encrypted and bound to sign-in,
 * person, organisation and service.
 */
@Repository
class JdbcDelegatedAccess implements DelegatedAccess, DelegatedTokens {

	private static final Duration LONGEST = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final SecretBox box;

	private final Clock clock;

	JdbcDelegatedAccess(JdbcClient jdbc, SecretBox box, Clock clock) {
		this.jdbc = jdbc;
		this.box = box;
		this.clock = clock;
	}

	@Override
	@Transactional
	public void keep(Person person, Resource resource, Secret token, Instant expiresAt) {
		Instant latest = this.clock.instant().plus(LONGEST);
		Instant until = expiresAt.isBefore(latest) ? expiresAt : latest;
		String protectedToken = this.box.protect(token, associatedData(person.signIn(), person.id(), resource));
		prepareRow(person.signIn(), resource);
		this.jdbc.sql("""
				update delegated_access
				set token = :token, expires_at = :expires, refused_at = null, refusal = null, reference = null
				where sign_in_id = :signIn and resource = :resource
				""")
			.param("signIn", person.signIn().value())
			.param("resource", resource.name())
			.param("token", protectedToken)
			.param("expires", until.atOffset(ZoneOffset.UTC))
			.update();
	}

	@Override
	@Transactional
	public void refuse(SignInId signIn, Resource resource, String code, String reference) {
		prepareRow(signIn, resource);
		this.jdbc.sql("""
				update delegated_access set refused_at = :now, refusal = :code, reference = :reference
				where sign_in_id = :signIn and resource = :resource
				""")
			.param("signIn", signIn.value())
			.param("resource", resource.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("code", code)
			.param("reference", reference)
			.update();
	}

	@Override
	public Optional<Secret> find(SignInId signIn, Resource resource) {
		return this.jdbc.sql("""
				select s.tenant_id, s.object_id, a.token
				from delegated_access a join sign_in s on s.id = a.sign_in_id
				where a.sign_in_id = :signIn and a.resource = :resource and a.token is not null
				    and a.expires_at > :now and s.ended_at is null and s.expires_at > :now
				""")
			.param("signIn", signIn.value())
			.param("resource", resource.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, index) -> {
				PersonId person = new PersonId(new TenantId(row.getObject("tenant_id", UUID.class)),
						new ObjectId(row.getObject("object_id", UUID.class)));
				return this.box.open(row.getString("token"), associatedData(signIn, person, resource));
			})
			.optional();
	}

	// The sign-in is held: two tabs may come back at once, and a sign-in that just ends
	// takes what is kept along.
	private void prepareRow(SignInId signIn, Resource resource) {
		this.jdbc.sql("select id from sign_in where id = :signIn for update")
			.param("signIn", signIn.value())
			.query(UUID.class)
			.optional();
		this.jdbc.sql("""
				insert into delegated_access (sign_in_id, resource) select :signIn, :resource
				where exists (select 1 from sign_in where id = :signIn and ended_at is null)
				    and not exists (select 1 from delegated_access where sign_in_id = :signIn and resource = :resource)
				""").param("signIn", signIn.value()).param("resource", resource.name()).update();
	}

	private static String associatedData(SignInId signIn, PersonId person, Resource resource) {
		return "delegated_access/" + signIn + "/" + person.tenant() + "/" + person.objectId() + "/" + resource;
	}

}
