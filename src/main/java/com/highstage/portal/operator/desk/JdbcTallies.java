package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.Tally;

/**
 * Counts along indexes alone, and keeps the last count: who asks for the list's page gets
 * an older one at once, and who asks for the counts a fresh one. Counting goes through as
 * many index entries as there are customers, so no page waits for it.
 */
@Repository
class JdbcTallies implements Tally.Tallies {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final AtomicBoolean renewing = new AtomicBoolean();

	private volatile @Nullable Tally last;

	JdbcTallies(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Tally within(Duration age) {
		Tally known = this.last;
		Duration old = (known != null) ? Duration.between(known.at(), this.clock.instant()) : null;
		if (known == null || old == null || old.isNegative() || old.compareTo(age) > 0) {
			return count();
		}
		if (old.compareTo(FRESH) > 0 && this.renewing.compareAndSet(false, true)) {
			CompletableFuture.runAsync(this::count).whenComplete((done, failed) -> this.renewing.set(false));
		}
		return known;
	}

	private Tally count() {
		Map<CustomerState, Long> states = new EnumMap<>(CustomerState.class);
		this.jdbc.sql("select state, count(*) as number from desk_row group by state")
			.query((row, number) -> Map.entry(CustomerState.valueOf(row.getString("state")), row.getLong("number")))
			.list()
			.forEach((found) -> states.put(found.getKey(), found.getValue()));
		SortedMap<LocalDate, Long> secrets = new TreeMap<>();
		this.jdbc.sql("""
				select secret_day, count(*) as number from desk_row where secret_day is not null group by secret_day
				""")
			.query((row, number) -> Map.entry(row.getObject("secret_day", LocalDate.class), row.getLong("number")))
			.list()
			.forEach((found) -> secrets.put(found.getKey(), found.getValue()));
		long unmatched = this.jdbc.sql("select count(*) from desk_row where unmatched = true")
			.query(Long.class)
			.single();
		Tally counted = new Tally(states, unmatched, secrets, this.clock.instant());
		this.last = counted;
		return counted;
	}

}
