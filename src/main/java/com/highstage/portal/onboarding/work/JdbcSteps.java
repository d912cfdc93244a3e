package com.highstage.portal.onboarding.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;

/**
 * The states of a journey's steps in the database.
 */
final class JdbcSteps {

	private final JdbcClient jdbc;

	JdbcSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Step, StepRecord> find(OnboardingId id) {
		Map<Step, StepRecord> found = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			found.put(step, StepRecord.untouched(step));
		}
		this.jdbc.sql("select * from onboarding_step where onboarding_id = :id")
			.param("id", id.value())
			.query(JdbcSteps::step)
			.list()
			.forEach((step) -> found.put(step.step(), step));
		return found;
	}

	void save(OnboardingId id, StepRecord step) {
		Map<String, @Nullable Object> values = values(step);
		values.put("id", id.value());
		int updated = this.jdbc.sql("""
				update onboarding_step set state = :state, since = :since, next_look = :nextLook, needs = :needs,
					reason = :reason, ways_out = :waysOut, explanation_key = :key, explanation_code = :code,
					explanation_reference = :reference, tries = :tries, looked_up_at = :lookedUpAt
				where onboarding_id = :id and step = :step
				""").params(values).update();
		if (updated == 0) {
			this.jdbc.sql("""
					insert into onboarding_step (onboarding_id, step, state, since, next_look, needs, reason,
						ways_out, explanation_key, explanation_code, explanation_reference, tries, looked_up_at)
					values (:id, :step, :state, :since, :nextLook, :needs, :reason,
						:waysOut, :key, :code, :reference, :tries, :lookedUpAt)
					""").params(values).update();
		}
	}

	private static Map<String, @Nullable Object> values(StepRecord record) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("step", record.step().name());
		values.put("state", record.state().key());
		values.put("tries", record.tries());
		values.put("lookedUpAt", utc(record.lookedUpAt()));
		StoredState stored = StoredState.of(record.state());
		values.put("since", utc(stored.since()));
		values.put("nextLook", utc(stored.nextLook()));
		values.put("needs", name(stored.needs()));
		values.put("reason", name(stored.reason()));
		values.put("waysOut", stored.waysOut().stream().map(WayOut::name).collect(Collectors.joining(",")));
		Explanation explanation = stored.explanation();
		values.put("key", (explanation != null) ? explanation.key() : null);
		values.put("code", (explanation != null) ? cut(explanation.code()) : null);
		values.put("reference", (explanation != null) ? cut(explanation.reference()) : null);
		return values;
	}

	private static StepRecord step(ResultSet row, int number) throws SQLException {
		return new StepRecord(Step.valueOf(row.getString("step")), state(row).state(row.getString("state")),
				row.getInt("tries"), instant(row, "looked_up_at"));
	}

	private static StoredState state(ResultSet row) throws SQLException {
		String needs = row.getString("needs");
		String reason = row.getString("reason");
		String key = row.getString("explanation_key");
		List<WayOut> waysOut = Arrays.stream(row.getString("ways_out").split(","))
			.filter((name) -> !name.isEmpty())
			.map(WayOut::valueOf)
			.toList();
		return new StoredState(instant(row, "since"), instant(row, "next_look"),
				(needs != null) ? Ability.valueOf(needs) : null,
				(reason != null) ? StepState.Reason.valueOf(reason) : null, waysOut,
				(key != null) ? new Explanation(key, Objects.toString(row.getString("explanation_code"), ""),
						Objects.toString(row.getString("explanation_reference"), "")) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(200, text.length()));
	}

}
