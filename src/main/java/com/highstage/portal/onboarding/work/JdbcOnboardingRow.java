package com.highstage.portal.onboarding.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * A journey as a row.
 */
final class JdbcOnboardingRow {

	private JdbcOnboardingRow() {
	}

	static Map<String, @Nullable Object> all(Onboarding onboarding) {
		Map<String, @Nullable Object> values = changing(onboarding);
		values.put("tenant", onboarding.tenant().value());
		values.put("connection", onboarding.connection().value());
		values.put("startedBy", onboarding.startedBy().objectId().value());
		values.put("starterName", onboarding.starterName());
		values.put("startedAt", onboarding.startedAt().atOffset(ZoneOffset.UTC));
		return values;
	}

	static Map<String, @Nullable Object> changing(Onboarding onboarding) {
		Map<String, @Nullable Object> values = new HashMap<>();
		boolean active = onboarding.status() == Onboarding.Status.ACTIVE;
		Step goal = onboarding.goal();
		values.put("id", onboarding.id().value());
		values.put("active", active ? onboarding.tenant().value() : null);
		values.put("status", onboarding.status().name());
		values.put("mode", onboarding.mode().name());
		values.put("goal", (goal != null) ? goal.name() : null);
		values.put("express", onboarding.express());
		values.putAll(plan(onboarding.plan()));
		values.putAll(authority(onboarding.authority()));
		values.putAll(exchange(onboarding.exchange()));
		return values;
	}

	private static Map<String, @Nullable Object> plan(Plan plan) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("name", plan.applicationName().value());
		values.put("contact", plan.contact());
		values.put("description", plan.secretDescription().value());
		values.put("days", plan.lifetimeDays());
		values.put("type", plan.credentialType().name());
		values.put("permissions", names(plan.permissions()));
		return values;
	}

	private static Map<String, @Nullable Object> authority(@Nullable Authority authority) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("signIn", (authority != null) ? authority.signIn().value() : null);
		values.put("actingId", (authority != null) ? authority.person().objectId().value() : null);
		values.put("actingName", (authority != null) ? authority.name() : "");
		values.put("abilities", (authority != null) ? names(authority.abilities()) : "");
		return values;
	}

	private static Map<String, @Nullable Object> exchange(@Nullable Authority authority) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("exchangeSignIn", (authority != null) ? authority.signIn().value() : null);
		values.put("exchangeId", (authority != null) ? authority.person().objectId().value() : null);
		values.put("exchangeName", (authority != null) ? authority.name() : "");
		return values;
	}

	static Onboarding read(ResultSet row, int number) throws SQLException {
		TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
		String goal = row.getString("goal");
		return new Onboarding(new OnboardingId(row.getObject("onboarding_id", UUID.class)), tenant,
				new ConnectionId(row.getObject("connection_id", UUID.class)),
				Onboarding.Status.valueOf(row.getString("status")), Onboarding.Mode.valueOf(row.getString("mode")),
				plan(row), (goal != null) ? Step.valueOf(goal) : null, row.getBoolean("express"),
				authority(tenant, row), exchange(tenant, row),
				new PersonId(tenant, new ObjectId(row.getObject("started_by", UUID.class))),
				row.getString("starter_name"), row.getObject("started_at", OffsetDateTime.class).toInstant());
	}

	private static Plan plan(ResultSet row) throws SQLException {
		return new Plan(new PlainName(row.getString("application_name")), row.getString("contact"),
				new PlainName(row.getString("secret_description")), row.getInt("lifetime_days"),
				CredentialType.valueOf(row.getString("credential_type")),
				values(MailPermission.class, row.getString("permissions")), List.of());
	}

	private static @Nullable Authority authority(TenantId tenant, ResultSet row) throws SQLException {
		UUID signIn = row.getObject("sign_in_id", UUID.class);
		UUID person = row.getObject("acting_object_id", UUID.class);
		return (signIn == null || person == null) ? null
				: new Authority(new SignInId(signIn), new PersonId(tenant, new ObjectId(person)),
						row.getString("acting_name"), values(Ability.class, row.getString("abilities")));
	}

	private static @Nullable Authority exchange(TenantId tenant, ResultSet row) throws SQLException {
		UUID signIn = row.getObject("exchange_sign_in_id", UUID.class);
		UUID person = row.getObject("exchange_object_id", UUID.class);
		return (signIn == null || person == null) ? null : new Authority(new SignInId(signIn),
				new PersonId(tenant, new ObjectId(person)), row.getString("exchange_name"), Set.of(Ability.MAILBOXES));
	}

	static String names(Collection<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
	}

	static <E extends Enum<E>> Set<E> values(Class<E> type, String names) {
		Set<E> result = EnumSet.noneOf(type);
		Arrays.stream(names.split(","))
			.filter((name) -> !name.isEmpty())
			.map((name) -> Enum.valueOf(type, name))
			.forEach(result::add);
		return result;
	}

}
