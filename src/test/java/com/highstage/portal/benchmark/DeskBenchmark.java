package com.highstage.portal.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operators' pages with 100,000 customers against the same with 1,000, on PostgreSQL:
 * asked in turn, so that other work on the machine meets both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBenchmark {

	private static final int FEW = 1_000;

	private static final int MANY = 100_000;

	private static final int WARM_UP = 10;

	private static final int RUNS = 50;

	private static final int MEGABYTE = 1024 * 1024;

	private static final Pattern GROWING = Pattern.compile(
			"Seq Scan on (customer|customer_link|connection|onboarding|credential|desk_row|desk_term|audit_entry)\\b");

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private DeskPortal few;

	private DeskPortal many;

	@BeforeAll
	void settle() {
		this.few = new DeskPortal(this.microsoft365, FEW);
		this.many = new DeskPortal(this.microsoft365, MANY);
		for (int i = 0; i < WARM_UP; i++) {
			pages(FEW).values().forEach(this.few::open);
			pages(MANY).values().forEach(this.many::open);
		}
	}

	@AfterAll
	void close() {
		this.many.close();
		this.few.close();
		this.microsoft365.close();
	}

	/** What is looked at, and how the address differs between the two portals. */
	private Map<String, String> pages(int customers) {
		DeskPortal portal = (customers == MANY) ? this.many : this.few;
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("list, first page", "/operator");
		pages.put("list, deep page", "/operator?after=" + portal.deepMark());
		pages.put("its rows alone", "/operator/rows");
		pages.put("counts, at most a second old", "/operator/counts");
		pages.put("search, one frequent word", "/operator?q=" + Crowd.FREQUENT);
		pages.put("search, the first word of a tenth", "/operator?q=" + Crowd.FIRST);
		pages.put("search, one rare word", "/operator?q=" + "%06d".formatted(customers / 2));
		pages.put("search, two frequent words", "/operator?q=river+" + Crowd.FREQUENT);
		pages.put("search, a frequent and a rare word", "/operator?q=%06d+".formatted(customers / 2) + Crowd.FREQUENT);
		pages.put("search, no hit", "/operator?q=nobody+" + Crowd.FREQUENT);
		pages.put("search and state", "/operator?state=STUCK&q=" + Crowd.FREQUENT);
		for (CustomerState state : CustomerState.values()) {
			pages.put("state " + state, "/operator?state=" + state);
		}
		for (DeskQuery.Stuck stuck : DeskQuery.Stuck.values()) {
			pages.put("stuck for " + stuck, "/operator?stuck=" + stuck + "&sort=STUCK");
		}
		for (DeskQuery.Secret secret : DeskQuery.Secret.values()) {
			pages.put("secret ends, " + secret, "/operator?expires=" + secret + "&sort=SECRET");
		}
		pages.put("to be matched", "/operator?match=needed");
		for (DeskQuery.Sort sort : DeskQuery.Sort.values()) {
			pages.put("sorted by " + sort, "/operator?sort=" + sort);
		}
		pages.put("audit view", "/operator/audit");
		return pages;
	}

	@Test
	void p50AndP95AgainstAThousand() {
		System.out.printf("%-38s %9s %9s %9s %9s %6s %6s%n", "milliseconds", FEW + " p50", "p95", MANY + " p50", "p95",
				"ratio", "ratio");
		Map<String, String> large = pages(MANY);
		pages(FEW).forEach((what, path) -> {
			Timings small = new Timings();
			Timings big = new Timings();
			for (int i = 0; i < RUNS; i++) {
				small.time(() -> this.few.open(path));
				big.time(() -> this.many.open(large.get(what)));
			}
			System.out.printf("%-38s %9.1f %9.1f %9.1f %9.1f %6.2f %6.2f%n", what, small.percentile(50),
					small.percentile(95), big.percentile(50), big.percentile(95),
					big.percentile(50) / small.percentile(50), big.percentile(95) / small.percentile(95));
		});
	}

	@Test
	void noPageOfTheListReadsAWholeTable() {
		List<String> scans = new ArrayList<>();
		pages(MANY).forEach((what, path) -> this.many.plans(path).forEach((query, plan) -> {
			System.out.printf("%n%s%n%s%n  %s%n", what, query.replaceAll("\\s+", " "), String.join("\n  ", plan));
			if (GROWING.matcher(String.join("\n", plan)).find()) {
				scans.add(what + "\n" + query + "\n" + String.join("\n", plan));
			}
		}));
		assertThat(scans).isEmpty();
	}

	@Test
	void theExportIsStreamed() throws IOException {
		export(this.few, FEW);
		export(this.many, MANY);
	}

	private static void export(DeskPortal portal, int customers) throws IOException {
		double before = liveMegabytes();
		double most = before;
		long lines = 0;
		long bytes = 0;
		long begun = System.nanoTime();
		long measuring = 0;
		try (InputStream csv = portal.export()) {
			byte[] buffer = new byte[8192];
			for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
				long quarter = 4 * lines / customers;
				for (int i = 0; i < read; i++) {
					lines += (buffer[i] == '\n') ? 1 : 0;
				}
				bytes += read;
				if (4 * lines / customers > quarter) {
					long paused = System.nanoTime();
					most = Math.max(most, liveMegabytes());
					measuring += System.nanoTime() - paused;
				}
			}
		}
		System.out.printf(
				"export of %d: %d lines, %.1f MiB, %.1f s, heap after a collection %.0f, then at most %.0f MiB%n",
				customers, lines, (double) bytes / MEGABYTE, (System.nanoTime() - begun - measuring) / 1e9, before,
				most);
		assertThat(lines).isGreaterThan(customers);
	}

	private static double liveMegabytes() {
		System.gc();
		return (double) (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
	}

}
