package com.highstage.portal.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.highstage.portal.ReservedPort;
import com.highstage.portal.SimulatedMicrosoft;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * The packaged portal as a process of its own, to be killed and started again. <pre
 * class="code">
 * &#64;TempDir Path directory;
 *
 * try (PackagedPortal portal = PackagedPortal.against(this.directory, this.microsoft365)) {
 *     portal.start();          // returns when it is ready
 *     … portal.url() …         // the same address after each start
 *     portal.kill();           // kill -9
 *     portal.start();          // on the same data
 *     … portal.output() …      // everything that it has printed
 * }</pre> For tests whose name ends in {@code IT}: they run after packaging.
 */
public final class PackagedPortal implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final Path log;

	private final Map<String, String> settings = new LinkedHashMap<>();

	private final ReservedPort port = ReservedPort.any();

	private final ReservedPort managementPort = ReservedPort.any();

	private Process process;

	private PackagedPortal(Path directory, Map<String, String> settings) {
		this.log = directory.resolve("portal.log");
		this.settings.put("server.port", Integer.toString(this.port.number()));
		this.settings.put("management.server.port", Integer.toString(this.managementPort.number()));
		this.settings.put("portal.url", url().toString());
		this.settings.put("portal.data", directory.resolve("data").toString());
		this.settings.put("portal.vault.generate", "true");
		this.settings.putAll(settings);
	}

	/**
	 * Prepares a portal, not yet started.
	 * @param directory where its data and its log go
	 * @param settings properties beyond ports, address, data directory and generated keys
	 * @return the portal
	 */
	public static PackagedPortal in(Path directory, Map<String, String> settings) {
		return new PackagedPortal(directory, settings);
	}

	/**
	 * Prepares a portal that talks to a simulator, not yet started.
	 * @param directory where its data and its log go
	 * @param microsoft365 the simulator
	 * @return the portal
	 */
	public static PackagedPortal against(Path directory, Microsoft365Simulator microsoft365) {
		return against(directory, microsoft365, Map.of());
	}

	/**
	 * Prepares a portal that talks to a simulator, not yet started.
	 * @param directory where its data and its log go
	 * @param microsoft365 the simulator
	 * @param more further properties
	 * @return the portal
	 */
	public static PackagedPortal against(Path directory, Microsoft365Simulator microsoft365, Map<String, String> more) {
		Map<String, String> settings = new LinkedHashMap<>(SimulatedMicrosoft.settings(microsoft365));
		settings.putAll(more);
		return in(directory, settings);
	}

	/**
	 * The jar that the build has packaged.
	 * @return its path
	 */
	public static Path jar() {
		Path jar = Path.of(System.getProperty("portal.jar", "target/highstage-portal.jar")).toAbsolutePath();
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException(jar + " is missing: ./mvnw package makes it");
		}
		return jar;
	}

	/**
	 * The JVM that runs the tests.
	 * @return the path of its {@code java}
	 */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Where the portal is reached, before and after each start.
	 * @return its address
	 */
	public URI url() {
		return URI.create("http://localhost:" + this.port.number());
	}

	/**
	 * Where the machinery asks how the portal is.
	 * @param probe {@code liveness} or {@code readiness}
	 * @return its address
	 */
	public URI health(String probe) {
		return URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(this.managementPort.number(), probe));
	}

	/**
	 * How far the compilers of this JVM go, for processes that it starts: what lives for
	 * seconds is not worth the second one, but for RSA.
	 * @return options of the command line
	 */
	public static List<String> compilers() {
		return ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> argument.startsWith("-XX:Tier"))
			.toList();
	}

	/**
	 * What the virtual machine prints of its own accord, as when it warns of its future
	 * or was given options in its environment.
	 * @param line a line of output
	 * @return whether nobody's program printed it
	 */
	public static boolean isVirtualMachines(String line) {
		return line.matches("(WARNING: |NOTE: Picked up |Picked up |OpenJDK ).*");
	}

	/**
	 * Starts the process and waits until the portal is ready.
	 */
	public void start() {
		List<String> command = new ArrayList<>(List.of(java(), "-Xmx384m"));
		command.addAll(compilers());
		command.addAll(List.of("-jar", jar().toString()));
		this.settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitReadiness();
	}

	private void awaitReadiness() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!isReady()) {
			if (ended(Duration.ofMillis(50)) || System.nanoTime() > deadline) {
				throw new IllegalStateException("The portal did not start:\n" + output());
			}
		}
	}

	private boolean isReady() {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(health("readiness")).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ends the process at once, as {@code kill -9} does.
	 */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/**
	 * Asks the process to end and waits for it.
	 */
	public void stop() {
		this.process.destroy();
		awaitEnd();
	}

	/**
	 * The operating system's id of the process.
	 * @return the id
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Everything that the portal has printed, over all its starts.
	 * @return the log
	 */
	public String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try (this.port; this.managementPort) {
			if (this.process != null) {
				kill();
			}
		}
	}

	private void awaitEnd() {
		if (!ended(PATIENCE)) {
			throw new IllegalStateException("The portal did not end");
		}
	}

	private boolean ended(Duration within) {
		try {
			return this.process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
