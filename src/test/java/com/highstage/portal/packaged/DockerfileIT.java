package com.highstage.portal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.highstage.portal.ReservedPort;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileIT {

	private static final int PATIENCE_MINUTES = 4;

	private final Dockerfile file = Dockerfile.read(Path.of("Dockerfile"));

	@TempDir
	Path directory;

	DockerfileIT() throws IOException {
	}

	@BeforeEach
	void needsTheImagesJavaVersion() throws IOException {
		if (!"true".equals(System.getenv("CI"))) {
			Assumptions.assumeTrue(Runtime.version().feature() >= 25, "Skipped: the image's Java 25 is not installed");
		}
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@Test
	void itsCommandsMakeAPortalThatStartsFromTheCacheUnprivilegedAndIsHealthy()
			throws IOException, InterruptedException {
		ImageBuild build = new ImageBuild(this.directory);
		build.follow(this.file);
		try (ReservedPort port = ReservedPort.any(); ReservedPort managementPort = ReservedPort.any()) {
			startsAndEnds(build, port.number(), managementPort.number());
		}
	}

	private void startsAndEnds(ImageBuild build, int port, int managementPort)
			throws IOException, InterruptedException {
		Path log = this.directory.resolve("portal.log");
		Process portal = start(build, port, managementPort, log);
		try {
			awaitHealth(build, managementPort, portal, log);
			portal.destroy();
			assertThat(portal.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("ends when asked").isTrue();
			assertThat(log).content().contains("\"message\":\"Started PortalApplication");
			assertThat(build.workingDirectory().resolveSibling("data")).isNotEmptyDirectory();
		}
		finally {
			portal.destroyForcibly();
		}
	}

	private Process start(ImageBuild build, int port, int managementPort, Path log) throws IOException {
		ProcessBuilder process = build.process(this.file.entryPoint(), true).redirectOutput(log.toFile());
		this.file.environment().forEach((name, value) -> process.environment().put(name, build.here(value)));
		// a cache that does not fit is ignored, unless it is asked for
		process.environment().put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
		process.environment().put("SERVER_PORT", Integer.toString(port));
		process.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		process.environment().put("PORTAL_URL", "https://portal.example.com");
		process.environment().put("PORTAL_VAULT_GENERATE", "true");
		process.environment().put("PORTAL_MICROSOFT_CLIENTID", "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10");
		process.environment().put("PORTAL_MICROSOFT_CLIENTSECRET", "none");
		process.environment().put("PORTAL_VENDOR_TENANTID", "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a11");
		return process.start();
	}

	private void awaitHealth(ImageBuild build, int managementPort, Process portal, Path log)
			throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
		ProcessBuilder check = build.process(this.file.healthCheck(), true);
		check.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
		while (check.start().waitFor() != 0) {
			if (portal.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
				throw new IllegalStateException(Files.readString(log));
			}
		}
	}

}
