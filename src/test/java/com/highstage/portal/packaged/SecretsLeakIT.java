package com.highstage.portal.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsLeakIT {

	private final Map<String, String> places = new LinkedHashMap<>();

	@TempDir
	Path directory;

	@Test
	void noSecretOfAJourneyIsInAnyLogPageFileOrRow() throws IOException {
		try (Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
				PackagedPortal portal = PackagedPortal.against(this.directory, microsoft365,
						Map.of("logging.structured.format.console", "ecs", "logging.level.com.highstage", "debug"))) {
			microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
			portal.start();
			new PlainJourney(portal.url(), (page) -> remember(portal, page)).travel("admin@contoso.example");
			new PlainJourney(portal.url(), (page) -> remember(portal, page)).travel("admin@northwind.example");
			portal.stop();
			this.places.put("the log", portal.output());
			linesAreObjectsThatSayWhatTheyBelongTo(portal.output());
			rememberDatabase();
			assertThat(placesWith("admin@contoso.example")).as("the search finds what is there")
				.anyMatch((place) -> place.equals("the rows"))
				.anyMatch((place) -> place.endsWith("portal.mv.db"));
			assertThat(this.places.get("the pages")).contains("Contoso");
			assertThat(microsoft365.issuedSecrets()).hasSizeGreaterThan(5)
				.allSatisfy((secret) -> assertThat(placesWith(secret)).as(secret).isEmpty());
			assertThat(placesWith("simulator-portal-secret")).isEmpty();
		}
	}

	private static void linesAreObjectsThatSayWhatTheyBelongTo(String log) {
		List<JsonNode> lines = log.lines()
			.filter((line) -> !PackagedPortal.isVirtualMachines(line))
			.map(JsonMapper.shared()::readTree)
			.toList();
		assertThat(lines).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.path("@timestamp").asString()).isNotEmpty());
		assertThat(lines).filteredOn((line) -> line.path("log").path("logger").asString().endsWith("FailedCall"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line.path("reference").asString()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}"))
			.anySatisfy((line) -> assertThat(line.path("task").asString()).isEqualTo("journey"));
	}

	private void remember(PackagedPortal portal, Surfer page) {
		if (page.address().getAuthority().equals(portal.url().getAuthority())) {
			this.places.merge("the pages", page.page().headers().map() + page.body(), String::concat);
		}
	}

	private void rememberDatabase() throws IOException {
		Path data = this.directory.resolve("data");
		JdbcDataSource source = new JdbcDataSource();
		source
			.setURL("jdbc:h2:file:" + data.resolve("portal") + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
		source.setUser("portal");
		JdbcClient database = JdbcClient.create(source);
		this.places.put("the rows",
				database.sql("script").query(String.class).list().stream().collect(Collectors.joining("\n")));
		try (Stream<Path> files = Files.walk(data)) {
			files.filter(Files::isRegularFile).forEach((file) -> this.places.put(file.toString(), read(file)));
		}
	}

	private Stream<String> placesWith(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		Stream<String> shapes = Stream.of(secret, HexFormat.of().formatHex(bytes),
				Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		return shapes.flatMap((shape) -> this.places.entrySet()
			.stream()
			.filter((place) -> place.getValue().contains(shape))
			.map(Map.Entry::getKey));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
