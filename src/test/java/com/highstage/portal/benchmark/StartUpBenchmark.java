package com.highstage.portal.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

import com.highstage.portal.packaged.PackagedPortal;

/**
 * Start-up time and memory against an empty application with the same dependencies, both
 * from the packaged jar's own libraries and with the portal's own application.properties.
 */
class StartUpBenchmark {

	private static final int RUNS = 7;

	/**
	 * The table without which the empty application's alarm clock does not run.
	 */
	private static final String ALARM_CLOCK = """
			create table if not exists scheduled_tasks (
				task_name varchar(100) not null, task_instance varchar(200) not null, task_data bytea,
				execution_time timestamp with time zone not null, picked boolean not null, picked_by varchar(200),
				last_success timestamp with time zone, last_failure timestamp with time zone,
				consecutive_failures integer, last_heartbeat timestamp with time zone, version bigint not null,
				priority smallint, primary key (task_name, task_instance));
			""";

	@TempDir
	Path directory;

	private Path libraries;

	@BeforeEach
	void extract() throws IOException, InterruptedException {
		Process extraction = new ProcessBuilder(PackagedPortal.java(), "-Djarmode=tools", "-jar",
				PackagedPortal.jar().toString(), "extract", "--destination", this.directory + "/portal")
			.inheritIO()
			.start();
		extraction.waitFor();
		this.libraries = this.directory.resolve("portal/lib");
		Path empty = Files.createDirectories(this.directory.resolve("empty"));
		copy("/application.properties", empty.resolve("application.properties"));
		String type = "/" + EmptyApplication.class.getName().replace('.', '/') + ".class";
		copy(type, empty.resolve(type.substring(1)));
		Files.writeString(empty.resolve("schema.sql"), ALARM_CLOCK);
	}

	@Test
	void againstAnEmptyApplication() throws IOException, InterruptedException {
		List<Figures> portal = new ArrayList<>();
		List<Figures> empty = new ArrayList<>();
		for (int run = 0; run <= RUNS; run++) {
			Figures ofEmpty = measure(emptyCommand());
			Figures ofPortal = measure(portalCommand());
			// the first run makes databases and keys and warms the operating system's
			// caches
			if (run > 0) {
				empty.add(ofEmpty);
				portal.add(ofPortal);
			}
		}
		System.out.printf("Start-up against an empty application, median of %d alternating runs%n", RUNS);
		print("start-up, s", portal, empty, Figures::seconds);
		print("processor time until then, s", portal, empty, Figures::processor);
		print("heap after GC, MiB", portal, empty, Figures::heap);
		print("resident memory after GC, MiB", portal, empty, Figures::resident);
	}

	private Figures measure(List<String> command) throws IOException, InterruptedException {
		try (StartedProcess process = StartedProcess.start(command, this.directory.resolve("run.log"))) {
			double heap = process.memory().heapMegabytes();
			return new Figures(process.seconds(), process.processorSeconds(), heap,
					process.memory().residentMegabytes());
		}
	}

	private List<String> portalCommand() {
		List<String> command = java(this.directory + "/portal/highstage-portal.jar");
		command.addAll(List.of("com.highstage.portal.PortalApplication", "--portal.url=http://localhost:8080",
				"--portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
				"--portal.microsoft.client-secret=none",
				"--portal.vendor.tenant-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a11", "--portal.vault.generate=true"));
		command.addAll(common("portal-data"));
		return command;
	}

	private List<String> emptyCommand() {
		List<String> command = java(this.directory + "/empty");
		command.addAll(
				List.of(SpringApplication.class.getName(), "--spring.main.sources=" + EmptyApplication.class.getName(),
						"--spring.sql.init.mode=always", "--spring.session.jdbc.initialize-schema=always",
						// the settings are the portal's, and name what only the portal
						// looks at
						"--management.endpoint.health.validate-group-membership=false"));
		command.addAll(common("empty-data"));
		return command;
	}

	private List<String> java(String application) {
		return new ArrayList<>(List.of(PackagedPortal.java(), "-Xmx512m", "-cp",
				application + File.pathSeparator + this.libraries + "/*"));
	}

	private List<String> common(String data) {
		return List.of("--server.port=0", "--management.server.port=0",
				"--portal.data=" + this.directory.resolve(data));
	}

	private static void copy(String resource, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		try (InputStream stream = StartUpBenchmark.class.getResourceAsStream(resource)) {
			Files.copy(stream, to);
		}
	}

	private static void print(String what, List<Figures> portal, List<Figures> empty,
			ToDoubleFunction<Figures> figure) {
		double ofPortal = median(portal, figure);
		double ofEmpty = median(empty, figure);
		System.out.printf("  %-30s portal %8.2f   empty %8.2f   ratio %.2f%n", what, ofPortal, ofEmpty,
				ofPortal / ofEmpty);
	}

	private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
		return figures.stream().mapToDouble(figure).sorted().skip(figures.size() / 2).findFirst().orElseThrow();
	}

	/**
	 * What one run showed.
	 *
	 * @param seconds until started
	 * @param processor seconds of processor time until then
	 * @param heap in MiB
	 * @param resident in MiB
	 */
	private record Figures(double seconds, double processor, double heap, double resident) {

	}

}
