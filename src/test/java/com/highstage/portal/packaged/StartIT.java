package com.highstage.portal.packaged;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StartIT {

	private static final Map<String, String> REGISTRATION = Map.of("portal.microsoft.client-id",
			"5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10", "portal.microsoft.client-secret", "never-printed",
			"portal.vendor.tenant-id", "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a11");

	@TempDir
	Path directory;

	@Test
	void withoutConfigurationItSaysWhatIsMissing() throws IOException, InterruptedException {
		Process portal = new ProcessBuilder(PackagedPortal.java(), "-jar", PackagedPortal.jar().toString())
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(portal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(portal.waitFor()).isEqualTo(1);
		assertThat(output).contains("APPLICATION FAILED TO START", "portal.url:", "portal.vendor.tenant-id:")
			.doesNotContain("\tat ");
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void aSecondPortalOnTheSameDataIsToldSo() {
		try (PackagedPortal first = PackagedPortal.in(this.directory, REGISTRATION);
				PackagedPortal second = PackagedPortal.in(this.directory, REGISTRATION)) {
			first.start();
			assertThatIllegalStateException().isThrownBy(second::start)
				.withMessageContaining("in use by another process");
		}
	}

	@Test
	void healthIsOnAPortOfItsOwnAndTheRestOfTheActuatorNowhere() throws IOException, InterruptedException {
		try (PackagedPortal portal = PackagedPortal.in(this.directory, REGISTRATION);
				HttpClient client = HttpClient.newHttpClient()) {
			portal.start();
			assertThat(status(client, portal.health("liveness"))).isEqualTo(200);
			assertThat(status(client, portal.health("liveness").resolve("/actuator/env"))).isEqualTo(404);
			assertThat(status(client, portal.url().resolve("/actuator/health"))).isNotEqualTo(200);
			portal.stop();
			assertThat(portal.output()).doesNotContain("never-printed").doesNotContain("ERROR");
		}
	}

	@Test
	void aCopyOfTheDatabaseIsOneToStartFrom() throws IOException, InterruptedException {
		try (PackagedPortal portal = PackagedPortal.in(this.directory, REGISTRATION);
				PackagedPortal restored = PackagedPortal.in(this.directory, REGISTRATION);
				HttpClient client = HttpClient.newHttpClient()) {
			portal.start();
			URI actuator = portal.health("liveness").resolve("/actuator/");
			JsonNode copy = JsonMapper.shared()
				.readTree(client
					.send(HttpRequest.newBuilder(actuator.resolve("backup")).POST(BodyPublishers.noBody()).build(),
							BodyHandlers.ofString())
					.body());
			assertThat(copy.path("bytes").asLong()).isPositive();
			portal.stop();
			Path database = this.directory.resolve("data/portal.mv.db");
			Files.delete(database);
			try (FileSystem zip = FileSystems.newFileSystem(Path.of(copy.path("file").asString()))) {
				Files.copy(zip.getPath(database.getFileName().toString()), database);
			}
			restored.start();
			assertThat(status(client, restored.url())).isEqualTo(200);
			assertThat(restored.output()).contains("No migration necessary").doesNotContain("ERROR");
		}
	}

	private static int status(HttpClient client, URI address) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()).statusCode();
	}

}
