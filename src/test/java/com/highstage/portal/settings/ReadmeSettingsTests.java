package com.highstage.portal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.PortalApplication;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeSettingsTests {

	private static final Path CLASSES = Path
		.of(URI.create(PortalApplication.class.getProtectionDomain().getCodeSource().getLocation().toString()));

	private static final Path EXPECTED = Path.of("target", "settings.md");

	@Test
	void listsEachSettingWithItsDefaultAndMeaning() throws IOException {
		String table = table();
		Files.writeString(EXPECTED, table);
		assertThat(Files.readString(Path.of("README.md"))).as("README.md holds the table of " + EXPECTED)
			.contains(table);
	}

	private static String table() throws IOException {
		Properties set = set();
		JsonNode metadata = JsonMapper.shared()
			.readTree(CLASSES.resolve("META-INF/spring-configuration-metadata.json").toFile());
		return StreamSupport.stream(metadata.path("properties").spliterator(), false)
			.filter((property) -> property.path("name").asString().startsWith("portal."))
			.map((property) -> row(property, set))
			.sorted()
			.collect(Collectors.joining("\n", "| setting | default | meaning |\n|---|---|---|\n", "\n"));
	}

	private static String row(JsonNode property, Properties set) {
		String name = property.path("name").asString();
		String value = set.getProperty(name, property.path("defaultValue").asString(""));
		return "| `%s` | %s | %s |".formatted(name, value.isEmpty() ? "" : "`" + value + "`",
				property.path("description").asString().replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|"));
	}

	private static Properties set() throws IOException {
		Properties properties = new Properties();
		try (InputStream stream = Files.newInputStream(CLASSES.resolve("application.properties"))) {
			properties.load(stream);
		}
		return properties;
	}

}
