package com.highstage.portal.evidence.removal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * Rows of removals and of their parts.
 */
final class JdbcRemovalRow {

	private static final int LONGEST = 200;

	private JdbcRemovalRow() {
	}

	static Removal removal(ResultSet row, int number) throws SQLException {
		TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
		return new Removal(row.getObject("removal_id", UUID.class), tenant,
				new ConnectionId(row.getObject("connection_id", UUID.class)),
				new Removal.Scope(row.getBoolean("ours"), row.getBoolean("exchange"), List.of()), start(row),
				instant(row, "ended_at"), authority(row, tenant, "sign_in_id", "acting_object_id", "acting_name"),
				authority(row, tenant, "exchange_sign_in_id", "exchange_object_id", "exchange_name"));
	}

	private static Removal.Start start(ResultSet row) throws SQLException {
		return new Removal.Start(new ObjectId(row.getObject("started_by", UUID.class)), row.getString("starter_name"),
				row.getBoolean("by_vendor"), Objects.requireNonNull(instant(row, "started_at")),
				row.getString("reason"));
	}

	static Map<String, Object> all(Removal removal) {
		Removal.Start start = removal.start();
		return Map.of("id", removal.id(), "tenant", removal.tenant().value(), "connection",
				removal.connection().value(), "ours", removal.scope().ours(), "exchange", removal.scope().exchange(),
				"startedBy", start.by().value(), "starterName", start.name(), "startedAt",
				start.at().atOffset(ZoneOffset.UTC), "byVendor", start.vendor(), "reason", start.reason());
	}

	static Map<String, Object> authority(UUID id, Authority authority) {
		return Map.of("id", id, "signIn", authority.signIn().value(), "person", authority.person().objectId().value(),
				"name", authority.name());
	}

	static PartRecord readPart(ResultSet row, int number) throws SQLException {
		String key = row.getString("explanation_key");
		return new PartRecord(Part.valueOf(row.getString("part")), PartState.valueOf(row.getString("state")),
				instant(row, "since"), instant(row, "next_look"),
				(key != null) ? new Explanation(key, Objects.toString(row.getString("explanation_code"), ""),
						Objects.toString(row.getString("explanation_reference"), "")) : null,
				row.getInt("tries"), instant(row, "looked_up_at"));
	}

	static Map<String, @Nullable Object> values(PartRecord part) {
		Explanation why = part.explanation();
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("part", part.part().name());
		values.put("state", part.state().name());
		values.put("since", utc(part.since()));
		values.put("nextLook", utc(part.nextLook()));
		values.put("key", (why != null) ? why.key() : null);
		values.put("code", (why != null) ? cut(why.code()) : null);
		values.put("reference", (why != null) ? cut(why.reference()) : null);
		values.put("tries", part.tries());
		values.put("lookedUpAt", utc(part.lookedUpAt()));
		return values;
	}

	private static @Nullable Authority authority(ResultSet row, TenantId tenant, String signIn, String person,
			String name) throws SQLException {
		UUID id = row.getObject(signIn, UUID.class);
		return (id != null) ? new Authority(new SignInId(id),
				new PersonId(tenant, new ObjectId(row.getObject(person, UUID.class))), row.getString(name), Set.of())
				: null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

}
