package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.highstage.portal.audit.AuditEntries;
import com.highstage.portal.audit.AuditEntries.Filter;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskQuery.Secret;
import com.highstage.portal.operator.DeskQuery.Sort;
import com.highstage.portal.operator.DeskQuery.Stuck;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How PostgreSQL goes about the list's queries when there are many rows; how many can be
 * set with {@code -Ddesk.rows} and is three times that for audit entries.
 */
@Tag("sql")
class PlansTests {

	private static final int ROWS = Integer.getInteger("desk.rows", 20_000);

	private static final Database DATABASE = Postgres.newDatabase();

	@BeforeAll
	static void fill() {
		ManyRows.fill(DATABASE.jdbc(), ROWS, 3 * ROWS);
	}

	@Test
	void noPageOfTheListReadsAWholeTable() {
		JdbcDesk desk = new TestDesk(DATABASE, Clock.systemUTC()).desk;
		for (DeskQuery query : queries()) {
			for (Mark mark : marks(query)) {
				for (boolean backwards : new boolean[] { false, true }) {
					JdbcDeskSearch search = desk.search(query, mark, backwards && mark != null);
					assertThat(plan(search.sql(), search.params(), query.text())).as("%s after %s", query, mark)
						.doesNotContain("Seq Scan");
				}
			}
		}
	}

	@Test
	void whoMayBeMeantIsFoundAlongIndexes() {
		JdbcWords words = new JdbcWords(DATABASE.jdbc());
		for (String text : List.of("", "nordic", "n", "it exam", "firma17", "nordic shipping", "nobody")) {
			SoughtWords sought = words.of(text, null);
			assertThat(plan(JdbcCandidates.sql(sought), JdbcCandidates.params(sought), text)).as(text)
				.doesNotContain("Seq Scan");
		}
		assertThat(plan(JdbcCandidates.sql(words.of("", null)), Map.of(), "")).contains("customer_awaited")
			.doesNotContain("Sort");
	}

	@Test
	void whatEntriesConcernIsFoundAlongIndexes() {
		assertThat(plan(JdbcDesk.KNOWN, Map.of("ids", List.of(UUID.randomUUID(), UUID.randomUUID())), ""))
			.doesNotContain("Seq Scan");
	}

	@Test
	void noSearchOfTheAuditTrailReadsItWhole() {
		AuditEntries entries = TestAudit.entries(DATABASE);
		TenantId tenant = new TenantId(UUID.randomUUID());
		Instant from = Instant.now().minus(Duration.ofDays(2));
		assertThat(wholeReads(() -> {
			for (Filter filter : List.of(Filter.ALL, new Filter(tenant, "", "", "", false, null, null),
					new Filter(null, "customer/x", "", "", false, null, null),
					new Filter(null, "", "portal", "", false, null, null),
					new Filter(null, "", "Nobody", "", false, null, null),
					new Filter(null, "", "", "secret.requested", false, null, null),
					new Filter(null, "", "", "no.such", false, null, null),
					new Filter(null, "", "", "", true, null, null), new Filter(null, "", "", "", false, from, null),
					new Filter(null, "", "", "", false, null, from),
					new Filter(null, "", "", "secret.requested", true, from, Instant.now()))) {
				entries.find(filter, Long.MAX_VALUE, 51);
				entries.find(filter, ROWS, 51);
			}
			entries.about(tenant, "customer/x", Long.MAX_VALUE, 31);
		})).isZero();
		assertThat(wholeReads(() -> DATABASE.jdbc()
			.sql("select count(*) from audit_entry where details = 'x'")
			.query(Long.class)
			.single())).as("what would be noticed").isPositive();
	}

	/**
	 * A session knows its own at once; others hear of them some time after it has ended.
	 */
	private static long wholeReads(Runnable search) {
		return DATABASE.transactions().execute((status) -> {
			search.run();
			return DATABASE.jdbc()
				.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'audit_entry'")
				.query(Long.class)
				.single();
		});
	}

	@Test
	void countingGoesThroughIndexesAlone() {
		assertThat(plan("select state, count(*) as number from desk_row group by state", Map.of(), ""))
			.contains("Index Only Scan");
		assertThat(plan("select secret_day, count(*) as number from desk_row where secret_day is not null "
				+ "group by secret_day", Map.of(), ""))
			.contains("Index Only Scan");
		assertThat(plan("select count(*) from desk_row where unmatched = true", Map.of(), "")).contains("Index");
	}

	static List<DeskQuery> queries() {
		List<DeskQuery> queries = new ArrayList<>();
		for (Sort sort : Sort.values()) {
			queries.add(query("", sort));
			queries.add(new DeskQuery("", CustomerState.STUCK, null, null, null, false, sort));
			queries.add(new DeskQuery("", CustomerState.WORKS, null, null, null, false, sort));
			queries.add(new DeskQuery("", null, CustomerState.Group.TROUBLE, null, null, false, sort));
			queries.add(new DeskQuery("", null, null, null, null, true, sort));
			for (Stuck stuck : Stuck.values()) {
				queries.add(new DeskQuery("", null, null, stuck, null, false, sort));
			}
			for (Secret secret : Secret.values()) {
				queries.add(new DeskQuery("", null, null, null, secret, false, sort));
			}
			for (String text : List.of("nordic", "n", "example", "it exam", "firma17", "nordic shipping", "k 1042",
					UUID.randomUUID().toString(), "nobody", "a b c")) {
				queries.add(query(text, sort));
			}
			queries.add(new DeskQuery("nordic", null, CustomerState.Group.TROUBLE, Stuck.WEEK, null, false, sort));
		}
		return queries;
	}

	private static DeskQuery query(String text, Sort sort) {
		return new DeskQuery(text, null, null, null, null, false, sort);
	}

	private static List<@Nullable Mark> marks(DeskQuery query) {
		OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
		List<@Nullable Mark> marks = new ArrayList<>();
		marks.add(null);
		byte[] term = Mark.hasTerm(query) ? Words.sought(query.text()).iterator().next() : null;
		marks.add(new Mark(term, (query.sort() == Sort.NAME) ? Words.key("Nordic") : now, new UUID(0, 0)));
		return marks;
	}

	private static String plan(String sql, Map<String, Object> params, String text) {
		return DATABASE.transactions().execute((status) -> {
			TestDesk.plans(DATABASE).forTheseValues(!Words.sought(text).isEmpty());
			return String.join("\n",
					DATABASE.jdbc().sql("explain " + sql).params(params).param("most", 51).query(String.class).list());
		});
	}

}
