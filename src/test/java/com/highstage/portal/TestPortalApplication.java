package com.highstage.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
			.run(Stream.concat(settings(microsoft365), Arrays.stream(args)).toArray(String[]::new));
		microsoft365.onReset(() -> emptyDatabase(portal.getApplicationContext()));
		System.out.printf(
				"%nThe portal:            http://localhost:8080%nSimulated Microsoft:   %s%nMails from the portal: %s%n%n",
				microsoft365.at("/"), microsoft365.at("/inbox"));
	}

	private static Stream<String> settings(Microsoft365Simulator microsoft365) {
		return Stream.concat(
				Stream.of("--portal.url=http://localhost:8080", "--portal.data=" + DATA,
						"--portal.vault.generate=true"),
				SimulatedMicrosoft.settings(microsoft365)
					.entrySet()
					.stream()
					.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue()));
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
