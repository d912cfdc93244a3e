package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.TenantId;

/**
 * Journeys in the database.
 */
@Repository
class JdbcOnboardings implements Onboardings {

	private final JdbcClient jdbc;

	private final ChosenMailboxes mailboxes;

	private final ApplicationEventPublisher events;

	private final JdbcSteps steps;

	private final JdbcProtocolWishes wishes;

	private final JdbcLeases leases;

	JdbcOnboardings(JdbcClient jdbc, ChosenMailboxes mailboxes, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.mailboxes = mailboxes;
		this.events = events;
		this.steps = new JdbcSteps(jdbc);
		this.wishes = new JdbcProtocolWishes(jdbc);
		this.leases = new JdbcLeases(jdbc);
	}

	@Override
	public Optional<Onboarding> latest(TenantId tenant) {
		return this.jdbc.sql("""
				select * from onboarding where tenant_id = :tenant
				order by case when active_tenant_id is null then 1 else 0 end, started_at desc
				limit 1
				""").param("tenant", tenant.value()).query(JdbcOnboardingRow::read).optional().map(this::withMailboxes);
	}

	@Override
	public Optional<Onboarding> find(OnboardingId id) {
		return this.jdbc.sql("select * from onboarding where onboarding_id = :id")
			.param("id", id.value())
			.query(JdbcOnboardingRow::read)
			.optional()
			.map(this::withMailboxes);
	}

	@Override
	public Optional<Onboarding> lockActive(TenantId tenant) {
		return this.jdbc.sql("select * from onboarding where active_tenant_id = :tenant for update")
			.param("tenant", tenant.value())
			.query(JdbcOnboardingRow::read)
			.optional()
			.map(this::withMailboxes);
	}

	@Override
	public void add(Onboarding onboarding) {
		this.jdbc.sql("""
				insert into onboarding (onboarding_id, tenant_id, active_tenant_id, connection_id, status, mode,
					application_name, contact, secret_description, lifetime_days, credential_type, permissions,
					goal, express, new_secret, revoke_others, consent_page, register_again, sign_in_id,
					acting_object_id, acting_name, abilities, exchange_sign_in_id, exchange_object_id, exchange_name,
					started_by, starter_name, started_at, epoch, version)
				values (:id, :tenant, :active, :connection, :status, :mode,
					:name, :contact, :description, :days, :type, :permissions,
					:goal, :express, false, false, false, false, :signIn,
					:actingId, :actingName, :abilities, :exchangeSignIn, :exchangeId, :exchangeName,
					:startedBy, :starterName, :startedAt, 0, 0)
				""").params(JdbcOnboardingRow.all(onboarding)).update();
		this.mailboxes.choose(onboarding.connection(), onboarding.plan().mailboxes());
		this.events.publishEvent(new OrganisationMoved(onboarding.tenant()));
	}

	@Override
	public void save(Onboarding onboarding, Instant at) {
		boolean active = onboarding.status() == Onboarding.Status.ACTIVE;
		this.jdbc.sql("""
				update onboarding set active_tenant_id = :active, status = :status, mode = :mode,
					application_name = :name, contact = :contact, secret_description = :description,
					lifetime_days = :days, credential_type = :type, permissions = :permissions,
					goal = :goal, express = :express, sign_in_id = :signIn,
					acting_object_id = :actingId, acting_name = :actingName, abilities = :abilities,
					exchange_sign_in_id = :exchangeSignIn, exchange_object_id = :exchangeId,
					exchange_name = :exchangeName,
					ended_at = :endedAt, version = version + 1
				where onboarding_id = :id
				""")
			.params(JdbcOnboardingRow.changing(onboarding))
			.param("endedAt", active ? null : at.atOffset(ZoneOffset.UTC))
			.update();
		this.mailboxes.choose(onboarding.connection(), onboarding.plan().mailboxes());
		this.events.publishEvent(new OrganisationMoved(onboarding.tenant()));
	}

	private void moved(OnboardingId id) {
		UUID tenant = this.jdbc.sql("select tenant_id from onboarding where onboarding_id = :id")
			.param("id", id.value())
			.query(UUID.class)
			.single();
		this.events.publishEvent(new OrganisationMoved(new TenantId(tenant)));
	}

	private Onboarding withMailboxes(Onboarding onboarding) {
		return onboarding.planned(onboarding.plan().withMailboxes(this.mailboxes.wanted(onboarding.connection())));
	}

	@Override
	public Choices choices(OnboardingId id) {
		return this.jdbc.sql("""
				select new_secret, revoke_others, consent_page, register_again from onboarding where onboarding_id = :id
				""")
			.param("id", id.value())
			.query((row, number) -> new Choices(row.getBoolean("new_secret"), row.getBoolean("revoke_others"),
					row.getBoolean("consent_page"), row.getBoolean("register_again")))
			.single();
	}

	@Override
	public void choose(OnboardingId id, Choices choices) {
		this.jdbc.sql("""
				update onboarding set new_secret = :newSecret, revoke_others = :revokeOthers,
					consent_page = :consentPage, register_again = :registerAgain
				where onboarding_id = :id
				""")
			.param("newSecret", choices.newSecret())
			.param("revokeOthers", choices.revokeOthers())
			.param("consentPage", choices.consentPage())
			.param("registerAgain", choices.registerAgain())
			.param("id", id.value())
			.update();
	}

	@Override
	public void wish(OnboardingId id, MailboxAddress mailbox, MailPermission protocol) {
		this.wishes.add(id, mailbox, protocol);
	}

	@Override
	public Map<MailboxAddress, Set<MailPermission>> wishes(OnboardingId id) {
		return this.wishes.find(id);
	}

	@Override
	public void fulfilled(OnboardingId id, MailboxAddress mailbox, Set<MailPermission> protocols) {
		this.wishes.remove(id, mailbox, protocols);
	}

	@Override
	public Map<Step, StepRecord> steps(OnboardingId id) {
		return this.steps.find(id);
	}

	@Override
	public void save(OnboardingId id, StepRecord step) {
		this.steps.save(id, step);
		moved(id);
	}

	@Override
	public boolean toldFirst(Onboarding journey, News.What what, Instant at) {
		return this.jdbc.sql("""
				insert into onboarding_news (onboarding_id, news, told_at)
				select :id, :news, :at
				where not exists (
					select 1 from onboarding_news told join onboarding on onboarding.onboarding_id = told.onboarding_id
					where told.news = :news and onboarding.connection_id = :connection
					and (told.news = 'WORKS' or told.onboarding_id = :id))
				""")
			.param("id", journey.id().value())
			.param("connection", journey.connection().value())
			.param("news", what.name())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	@Override
	public void forgetNews(OnboardingId id) {
		this.jdbc.sql("delete from onboarding_news where onboarding_id = :id and news <> 'WORKS'")
			.param("id", id.value())
			.update();
	}

	@Override
	public void forgetSuccess(ConnectionId connection) {
		this.jdbc.sql("""
				delete from onboarding_news where news = 'WORKS'
				and onboarding_id in (select onboarding_id from onboarding where connection_id = :connection)
				""").param("connection", connection.value()).update();
	}

	@Override
	public List<OnboardingId> active() {
		return this.jdbc.sql("select onboarding_id from onboarding where active_tenant_id is not null")
			.query(UUID.class)
			.list()
			.stream()
			.map(OnboardingId::new)
			.toList();
	}

	@Override
	public @Nullable Long takeLease(OnboardingId id, Instant now, Instant until) {
		return this.leases.take(id, now, until);
	}

	@Override
	public boolean holdLease(OnboardingId id, long epoch, Instant until) {
		return this.leases.hold(id, epoch, until);
	}

	@Override
	public void releaseLease(OnboardingId id, long epoch) {
		this.leases.release(id, epoch);
	}

	@Override
	public long version(OnboardingId id) {
		return this.jdbc.sql("select version from onboarding where onboarding_id = :id")
			.param("id", id.value())
			.query(Long.class)
			.single();
	}

	@Override
	public boolean finish(OnboardingId id, long version, Instant at) {
		boolean finished = this.jdbc.sql("""
				update onboarding set status = 'DONE', active_tenant_id = null, ended_at = :at
				where onboarding_id = :id and version = :version and status = 'ACTIVE'
				""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("id", id.value())
			.param("version", version)
			.update() == 1;
		if (finished) {
			moved(id);
		}
		return finished;
	}

	@Override
	public boolean hearsAlarm(OnboardingId id, long epoch) {
		return this.leases.hearsAlarm(id, epoch);
	}

	@Override
	public void freeLease(OnboardingId id) {
		this.leases.free(id);
	}

	@Override
	public void freeLeases() {
		this.leases.freeAll();
	}

}
