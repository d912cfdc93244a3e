package com.highstage.portal.simulator.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Programs from npm that nobody here wrote, installed under {@code target/node}. Where
 * Node is missing the tests are skipped, unless the environment says {@code CI=true}.
 */
public final class NodePackages {

	private static final Path SOURCE = Path.of("src", "test", "node");

	private static final Path INSTALLED = Path.of("target", "node");

	private NodePackages() {
	}

	/**
	 * Runs a file with Node's own test runner.
	 * @param file the file under {@code src/test/node}
	 * @param environment variables for it
	 * @return what it wrote
	 */
	public static Outcome test(String file, Map<String, String> environment) {
		requireNode();
		install();
		return run(environment, "node", "--test", file);
	}

	private static void requireNode() {
		boolean found = Stream.of("node", "npm").allMatch((command) -> succeeds(command, "--version"));
		if (!found && "true".equals(System.getenv("CI"))) {
			throw new AssertionError("Node.js 20 or newer with npm is required where CI=true");
		}
		Assumptions.assumeTrue(found, "Skipped: Node.js 20 or newer with npm is not installed");
	}

	private static boolean succeeds(String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static synchronized void install() {
		try (Stream<Path> files = Files.list(SOURCE)) {
			Files.createDirectories(INSTALLED);
			Path lock = INSTALLED.resolve("package-lock.json");
			boolean fresh = Files.exists(lock) && Files.exists(INSTALLED.resolve("node_modules"))
					&& Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
			if (!fresh) {
				Outcome installed = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
				if (installed.status() != 0) {
					throw new AssertionError("npm ci failed:\n" + installed.output());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Outcome run(Map<String, String> environment, String... command) {
		try {
			Path output = Files.createTempFile(INSTALLED, "output", ".txt");
			ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(INSTALLED.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
			}
			String text = Files.readString(output, StandardCharsets.UTF_8);
			Files.delete(output);
			return new Outcome(process.waitFor(), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How a program ended.
	 *
	 * @param status its exit status
	 * @param output what it wrote
	 */
	public record Outcome(int status, String output) {

	}

}
