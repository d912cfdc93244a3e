package com.highstage.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Runs the portal against the simulator: {@code ./mvnw spring-boot:test-run}.
 */
public final class TestPortalApplication {

	private static final Path DATA = Path.of("target", "test-run").toAbsolutePath();

	private TestPortalApplication() {
	}

	public static void main(String[] args) throws IOException {
		FileSystemUtils.deleteRecursively(DATA);
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start();
		SpringApplication.Running portal = SpringApplication.from(PortalApplication::main)
			.run(Stream.concat(settings(microsoft365, args), Arrays.stream(args)).toArray(String[]::new));
		microsoft365.onReset(() -> emptyDatabase(portal.getApplicationContext()));
		System.out.printf("%nThe portal:            %s%nSimulated Microsoft:   %s%nMails from the portal: %s%n%n",
				portal.getApplicationContext().getEnvironment().getProperty("portal.url"), microsoft365.at("/"),
				microsoft365.at("/inbox"));
	}

	/**
	 * What the command line says itself is left to it: two values would become a list.
	 */
	private static Stream<String> settings(Microsoft365Simulator microsoft365, String[] args) {
		Map<String, String> settings = new LinkedHashMap<>(SimulatedMicrosoft.settings(microsoft365));
		settings.put("portal.url", "http://localhost:8080");
		settings.put("portal.data", DATA.toString());
		settings.put("portal.vault.generate", "true");
		return settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=")
			.filter((name) -> Arrays.stream(args).noneMatch((argument) -> argument.startsWith(name)))
			.map((name) -> name + settings.get(name.substring(2, name.length() - 1)));
	}

	private static void emptyDatabase(ConfigurableApplicationContext context) {
		Flyway flyway = Flyway.configure()
			.configuration(context.getBean(Flyway.class).getConfiguration())
			.cleanDisabled(false)
			.load();
		flyway.clean();
		flyway.migrate();
	}

}
