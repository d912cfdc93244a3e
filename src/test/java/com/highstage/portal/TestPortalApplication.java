package com.highstage.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import com.highstage.portal.samples.Samples;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Runs the portal against the simulator: {@code ./mvnw spring-boot:test-run}. With the
 * argument {@code --samples} it begins with eleven customers in different states.
 */
public final class TestPortalApplication {

	private static final String SAMPLES = "--samples";

	private static final Path DATA = Path.of("target", "test-run").toAbsolutePath();

	private TestPortalApplication() {
	}

	public static void main(String[] args) {
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start();
		ConfigurableApplicationContext portal = run(microsoft365, args);
		System.out.printf("%nThe portal:            %s%nSimulated Microsoft:   %s%nMails from the portal: %s%n%n",
				portal.getEnvironment().getProperty("portal.url"), microsoft365.at("/"), microsoft365.at("/inbox"));
	}

	/**
	 * Starts the portal with an empty data directory, after the samples were made.
	 * @param microsoft365 what it talks to
	 * @param args the command line
	 * @return the running portal
	 */
	static ConfigurableApplicationContext run(Microsoft365Simulator microsoft365, String... args) {
		String[] arguments = Stream.concat(settings(microsoft365, args), Arrays.stream(args))
			.filter((argument) -> !argument.equals(SAMPLES))
			.toArray(String[]::new);
		deleteData(arguments);
		if (Arrays.asList(args).contains(SAMPLES)) {
			System.out.println("Eleven customers do what customers do. That takes about a minute.");
			Samples.make(microsoft365, arguments);
		}
		ConfigurableApplicationContext portal = SpringApplication.from(PortalApplication::main)
			.run(arguments)
			.getApplicationContext();
		microsoft365.onReset(() -> emptyDatabase(portal));
		return portal;
	}

	/**
	 * What the command line says itself is left to it: two values would become a list.
	 */
	private static Stream<String> settings(Microsoft365Simulator microsoft365, String[] args) {
		Map<String, String> settings = new LinkedHashMap<>(SimulatedMicrosoft.settings(microsoft365));
		settings.put("portal.url", "http://localhost:8080");
		settings.put("portal.data", DATA.toString());
		settings.put("portal.vault.generate", "true");
		if (Arrays.asList(args).contains(SAMPLES)) {
			// somebody has to be there whom an operator has yet to match
			settings.put("portal.onboarding.uninvited", "confirm");
		}
		return settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=")
			.filter((name) -> Arrays.stream(args).noneMatch((argument) -> argument.startsWith(name)))
			.map((name) -> name + settings.get(name.substring(2, name.length() - 1)));
	}

	/** Only what lies below {@code target}: another directory may be somebody's own. */
	private static void deleteData(String... arguments) {
		try {
			for (String argument : arguments) {
				Path data = Path.of(argument.substring(argument.indexOf('=') + 1)).toAbsolutePath().normalize();
				if (argument.startsWith("--portal.data=")
						&& data.startsWith(Objects.requireNonNull(DATA.getParent()))) {
					FileSystemUtils.deleteRecursively(data);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void emptyDatabase(ConfigurableApplicationContext context) {
		Flyway flyway = Flyway.configure()
			.configuration(context.getBean(Flyway.class).getConfiguration())
			.cleanDisabled(false)
			.load();
		flyway.clean();
		flyway.migrate();
		publishKeys(context);
	}

	/** As at a start. */
	private static void publishKeys(ConfigurableApplicationContext context) {
		try {
			context.getBean("openKeyBook", ApplicationRunner.class).run(new DefaultApplicationArguments());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
