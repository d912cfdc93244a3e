package com.highstage.portal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;

/**
 * The portal's own time in the whole journey: what is left of the wall clock when the
 * time is taken away during which at least one call to Microsoft was under way. Calls
 * that overlap count once, so what remains is the longest chain of calls that wait for
 * each other.
 */
class JourneyBenchmark {

	private static final int LATENCY_MILLIS = 200;

	private static final int RUNS = 5;

	@TempDir
	Path directory;

	@Test
	void againstTheSumOfRoundTrips() throws IOException {
		List<Figures> whole = new ArrayList<>();
		List<Figures> plan = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0)) {
				microsoft365
					.settings(Map.of("latencyMillis", LATENCY_MILLIS, "replicationMillis", 0, "propagationMillis", 0));
				Path data = Files.createDirectories(this.directory.resolve("run" + run));
				try (PackagedPortal portal = PackagedPortal.against(data, microsoft365)) {
					portal.start();
					// another organisation's journey first, so that no class is loaded
					// for the first time
					new PlainJourney(portal.url()).travel("global-admin@fabrikam.example");
					PlainJourney journey = new PlainJourney(portal.url()).travel("admin@contoso.example");
					whole.add(figures(journey, journey.begun(), microsoft365.journal()));
					plan.add(figures(journey, journey.planned(), microsoft365.journal()));
				}
			}
		}
		System.out.printf("Journey at %d ms, median of %d%n", LATENCY_MILLIS, RUNS);
		print("from / to the done page", whole);
		print("from the plan's button", plan);
	}

	private static void print(String what, List<Figures> figures) {
		Figures median = figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
		System.out.printf(
				"  %-24s wall %5d ms, %2d calls, round trips on the longest chain %5d ms, own %4d ms: %.1f %%%n", what,
				median.wallMillis(), median.calls(), median.microsoftMillis(), median.ownMillis(),
				100.0 * median.ownMillis() / median.microsoftMillis());
	}

	private static Figures figures(PlainJourney journey, Instant from, List<Journal.Entry> journal) {
		List<Instant> arrivals = journal.stream()
			.map(Journal.Entry::at)
			.filter((at) -> !at.isBefore(from) && at.isBefore(journey.ended()))
			.sorted()
			.toList();
		Duration microsoft = Duration.ZERO;
		Instant until = from;
		for (Instant arrival : arrivals) {
			Instant answered = arrival.plusMillis(LATENCY_MILLIS);
			Instant begins = arrival.isAfter(until) ? arrival : until;
			if (answered.isAfter(begins)) {
				microsoft = microsoft.plus(Duration.between(begins, answered));
				until = answered;
			}
		}
		return new Figures(Duration.between(from, journey.ended()).toMillis(), microsoft.toMillis(), arrivals.size());
	}

	/**
	 * What one journey showed.
	 *
	 * @param wallMillis from the first press to the last page
	 * @param microsoftMillis with a call under way
	 * @param calls how many
	 */
	private record Figures(long wallMillis, long microsoftMillis, int calls) implements Comparable<Figures> {

		long ownMillis() {
			return this.wallMillis - this.microsoftMillis;
		}

		@Override
		public int compareTo(Figures other) {
			return Long.compare(ownMillis(), other.ownMillis());
		}

	}

}
