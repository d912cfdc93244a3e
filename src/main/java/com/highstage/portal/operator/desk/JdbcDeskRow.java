package com.highstage.portal.operator.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.TenantId;

/**
 * A row of the list as a row of the table.
 */
final class JdbcDeskRow {

	/**
	 * Sorts after every other time; not PostgreSQL's infinity, which H2 does not know.
	 */
	static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private JdbcDeskRow() {
	}

	static Map<String, @Nullable Object> values(DeskRow row, @Nullable Instant due) {
		Map<String, @Nullable Object> values = standing(row.standing());
		values.put("id", row.customer().value());
		values.put("name", row.name());
		values.put("nameKey", Words.key(row.name()));
		values.put("reference", row.reference());
		values.put("organisation", row.organisationName());
		values.put("address", row.address());
		values.put("domain", row.domain());
		values.put("tenant", (row.tenant() != null) ? row.tenant().value() : null);
		values.put("connection", (row.connection() != null) ? row.connection().value() : null);
		values.put("linkEnds", (row.linkEnds() != null) ? row.linkEnds().atOffset(ZoneOffset.UTC) : null);
		values.put("secretEnds", orNever(row.secretEnds()));
		values.put("secretDay",
				(row.secretEnds() != null) ? LocalDate.ofInstant(row.secretEnds(), ZoneOffset.UTC) : null);
		values.put("unmatched", row.unmatched());
		values.put("left", row.left().stream().map(Part::name).collect(Collectors.joining(" ")));
		values.put("changed", row.changedAt().atOffset(ZoneOffset.UTC));
		values.put("due", orNever(due));
		return values;
	}

	private static Map<String, @Nullable Object> standing(DeskRow.Standing standing) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("state", standing.state().name());
		values.put("grp", standing.state().group().name());
		values.put("step", (standing.step() != null) ? standing.step().name() : null);
		values.put("needs", (standing.needs() != null) ? standing.needs().name() : null);
		values.put("reason", (standing.reason() != null) ? standing.reason().name() : null);
		values.put("since", standing.since().atOffset(ZoneOffset.UTC));
		values.put("stuck", standing.state().isOpen() ? standing.since().atOffset(ZoneOffset.UTC) : NEVER);
		return values;
	}

	static DeskRow read(ResultSet row, int number) throws SQLException {
		UUID tenant = row.getObject("tenant_id", UUID.class);
		UUID connection = row.getObject("connection_id", UUID.class);
		return new DeskRow(new CustomerId(row.getObject("customer_id", UUID.class)), row.getString("name"),
				row.getString("reference"), row.getString("organisation_name"), row.getString("address"),
				row.getString("domain"), (tenant != null) ? new TenantId(tenant) : null,
				(connection != null) ? new ConnectionId(connection) : null, standing(row), instant(row, "link_ends"),
				instant(row, "secret_ends"), row.getBoolean("unmatched"), left(row.getString("left_behind")),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

	private static List<Part> left(String names) {
		return names.isEmpty() ? List.of() : Stream.of(names.split(" ")).map(Part::valueOf).toList();
	}

	private static DeskRow.Standing standing(ResultSet row) throws SQLException {
		String step = row.getString("step");
		String needs = row.getString("needs");
		String reason = row.getString("reason");
		return new DeskRow.Standing(CustomerState.valueOf(row.getString("state")),
				(step != null) ? Step.valueOf(step) : null, (needs != null) ? Ability.valueOf(needs) : null,
				(reason != null) ? StepState.Reason.valueOf(reason) : null,
				row.getObject("since", OffsetDateTime.class).toInstant());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at == null || !at.isBefore(NEVER)) ? null : at.toInstant();
	}

	static OffsetDateTime orNever(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : NEVER;
	}

}
