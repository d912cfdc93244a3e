package com.highstage.portal.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Surfer;
import com.highstage.portal.packaged.PackagedPortal;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five hundred mailboxes of one organisation, opened and proven by the packaged portal;
 * once undisturbed, and once killed in the middle.
 */
class ManyMailboxesBenchmark {

	private static final int MANY = 500;

	private static final int LATENCY_MILLIS = 200;

	/** As the portal's settings have it by default. */
	private static final int COMMANDS_AT_ONCE = 6;

	private static final int LOGINS_AT_ONCE = 20;

	private static final String ADMINISTRATOR = "admin@contoso.example";

	private static final Predicate<Journal.Entry> COMMAND = (entry) -> entry.url().contains("outlook")
			&& entry.call().contains("-");

	private static final Predicate<Journal.Entry> LOGIN = (entry) -> entry.call().endsWith(" AUTHENTICATE")
			|| entry.call().endsWith(" AUTH");

	private static final Predicate<Journal.Entry> GRANT = (entry) -> entry.call().equals("Add-MailboxPermission");

	private static final Pattern BOX = Pattern.compile("box-\\d+");

	private static final Predicate<Journal.Entry> TOKEN = (entry) -> entry.call().contains("token");

	@TempDir
	Path directory;

	@Test
	void undisturbed() throws IOException {
		try (Microsoft365Simulator microsoft365 = simulator();
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365)) {
			portal.start();
			ProcessMemory memory = new ProcessMemory(portal.pid());
			// another organisation's journey first, so that no class is loaded for the
			// first time
			new PlainJourney(portal.url()).travel("global-admin@fabrikam.example");
			List<String> used = new ArrayList<>(List.of("before   " + memory));
			LiveProgress seen = new LiveProgress().until(MANY / 2, () -> used.add("halfway  " + memory));
			double processor = processorSeconds(portal.pid());
			PlainJourney journey = new PlainJourney(portal.url(), seen).travel(ADMINISTRATOR, addresses());
			processor = processorSeconds(portal.pid()) - processor;
			used.add("after    " + memory);
			System.out.printf("%d mailboxes at %d ms, undisturbed%n", MANY, LATENCY_MILLIS);
			print(journey, calls(microsoft365, journey.planned(), journey.ended()));
			System.out.printf("  processor time of the portal, whole journey %.1f s%n", processor);
			used.forEach((line) -> System.out.println("  " + line));
			System.out.println(seen);
			printPages(portal);
			assertOnce(microsoft365);
			seen.assertRising();
		}
	}

	private static void print(PlainJourney journey, List<Journal.Entry> calls) {
		System.out.printf("  from the plan's button to the done page %.1f s, tokens asked for %d%n",
				Duration.between(journey.planned(), journey.ended()).toMillis() / 1000.0,
				calls.stream().filter(TOKEN).count());
		Instant granted = calls.stream().filter(GRANT).map(Journal.Entry::at).max(Instant::compareTo).orElseThrow();
		// what is asked later, for the done page, is no part of opening mailboxes
		print("commands", calls, COMMAND.and((entry) -> !entry.at().isAfter(granted)), COMMANDS_AT_ONCE);
		print("logins", calls, LOGIN, LOGINS_AT_ONCE);
	}

	@Test
	void killedInTheMiddle() {
		try (Microsoft365Simulator microsoft365 = simulator();
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365)) {
			portal.start();
			LiveProgress seen = new LiveProgress().until(MANY / 3, portal::kill);
			try {
				new PlainJourney(portal.url(), seen).travel(ADMINISTRATOR, addresses());
			}
			catch (IllegalStateException ex) {
				assertThat(seen.isOver()).isTrue();
			}
			long granted = grants(microsoft365);
			assertThat(granted).isBetween((long) MANY / 3, (long) MANY - COMMANDS_AT_ONCE);
			portal.start();
			LiveProgress again = new LiveProgress();
			PlainJourney journey = new PlainJourney(portal.url(), again).travel(ADMINISTRATOR, addresses());
			System.out.printf("%d mailboxes at %d ms, killed after %d grants%n", MANY, LATENCY_MILLIS, granted);
			System.out.printf("  from / to the done page after the restart %.1f s, grants in all %d%n",
					Duration.between(journey.begun(), journey.ended()).toMillis() / 1000.0, grants(microsoft365));
			System.out.println(again);
			assertOnce(microsoft365);
		}
	}

	private static Microsoft365Simulator simulator() {
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
		microsoft365.settings(Map.of("extraMailboxes", MANY, "latencyMillis", LATENCY_MILLIS, "replicationMillis", 0,
				"propagationMillis", 0));
		return microsoft365;
	}

	private static String addresses() {
		return IntStream.rangeClosed(1, MANY)
			.mapToObj("box-%04d@contoso.example"::formatted)
			.collect(Collectors.joining("\n"));
	}

	private static List<Journal.Entry> calls(Microsoft365Simulator microsoft365, Instant from, Instant until) {
		return microsoft365.journal()
			.stream()
			.filter((entry) -> !entry.at().isBefore(from) && entry.at().isBefore(until))
			.toList();
	}

	private static void print(String what, List<Journal.Entry> calls, Predicate<Journal.Entry> kind, int atOnce) {
		List<Instant> arrivals = calls.stream().filter(kind).map(Journal.Entry::at).sorted().toList();
		long wall = Duration.between(arrivals.getFirst(), arrivals.getLast()).toMillis() + LATENCY_MILLIS;
		long ideal = (long) arrivals.size() * LATENCY_MILLIS / atOnce;
		long most = arrivals.stream()
			.mapToLong((one) -> arrivals.stream()
				.filter((other) -> !other.isAfter(one) && other.plusMillis(LATENCY_MILLIS).isAfter(one))
				.count())
			.max()
			.orElse(0);
		System.out.printf(
				"  %-9s %4d, at most %2d at once; latencies / %d = %.1f s, from first to last %.1f s, ratio %.2f%n",
				what, arrivals.size(), most, atOnce, ideal / 1000.0, wall / 1000.0, (double) wall / ideal);
		assertThat(most).isLessThanOrEqualTo(atOnce);
	}

	private static double processorSeconds(long pid) {
		return ProcessHandle.of(pid).flatMap((process) -> process.info().totalCpuDuration()).orElseThrow().toMillis()
				/ 1000.0;
	}

	private static void printPages(PackagedPortal portal) {
		Surfer surfer = new Surfer(portal.url()).signIn(ADMINISTRATOR);
		for (String page : List.of("/onboarding/check", "/onboarding/mailboxes", "/onboarding/done",
				"/onboarding/progress", "/onboarding")) {
			long begun = System.nanoTime();
			surfer.open(page);
			System.out.printf("  %-22s %4d KB, %5d ms%n", surfer.path(), surfer.body().length() / 1024,
					(System.nanoTime() - begun) / 1_000_000);
		}
	}

	private static long grants(Microsoft365Simulator microsoft365) {
		return microsoft365.journal().stream().filter(GRANT).count();
	}

	/**
	 * Each mailbox was granted exactly once, over all starts.
	 */
	private static void assertOnce(Microsoft365Simulator microsoft365) {
		Map<String, Long> grants = microsoft365.journal()
			.stream()
			.filter(GRANT)
			.flatMap((entry) -> BOX.matcher(String.valueOf(entry.request())).results())
			.collect(Collectors.groupingBy(MatchResult::group, Collectors.counting()));
		assertThat(grants).hasSize(MANY).allSatisfy((mailbox, times) -> assertThat(times).isEqualTo(1));
	}

}
