package com.highstage.portal.simulator.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

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
	public static Programs.Outcome test(String file, Map<String, String> environment) {
		Programs.require("Node.js 20 or newer with npm", "node", "npm");
		install();
		return Programs.run(INSTALLED, environment, "node", "--test", file);
	}

	private static synchronized void install() {
		// tests may run in several processes
		try (FileChannel turn = FileChannel.open(Files.createDirectories(INSTALLED).resolve("turn"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE); Stream<Path> files = Files.list(SOURCE)) {
			turn.lock();
			Path lock = INSTALLED.resolve("package-lock.json");
			// npm writes this one last: without it the packages are those of an
			// interrupted installation
			boolean whole = Files.exists(INSTALLED.resolve("node_modules").resolve(".package-lock.json"));
			boolean fresh = whole && Files.exists(lock)
					&& Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				refresh(file, INSTALLED.resolve(file.getFileName()));
			}
			if (!fresh) {
				Programs.Outcome installed = Programs.run(INSTALLED, Map.of(), "npm", "ci", "--no-audit", "--no-fund",
						"--ignore-scripts");
				if (installed.status() != 0) {
					throw new AssertionError("npm ci failed:\n" + installed.output());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// another process may be reading it just now
	private static void refresh(Path file, Path copy) throws IOException {
		if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
		}
	}

}
