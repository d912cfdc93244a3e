package com.highstage.portal.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.h2.tools.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class SettingsFailureTests {

	private static final String[] COMPLETE = { "--portal.url=https://portal.example.com",
			"--portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10", "--portal.microsoft.client-secret=s",
			"--portal.vendor.tenant-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a11", "--portal.vault.generate=true" };

	/** Of the start that failed; other portals of this JVM may be at work. */
	private static final String STACK_TRACE = "\tat org.springframework.boot.SpringApplication.run(";

	@TempDir
	Path directory;

	@Test
	void namesAllMissingSettingsAtOnceAndWhereToReadAboutThem(CapturedOutput output) {
		fails(OnlySettings.class);
		assertThat(output).contains("APPLICATION FAILED TO START", "portal.url:", "portal.microsoft.client-id:",
				"portal.microsoft.client-secret:", "portal.vendor.tenant-id:", "portal.vault.key:",
				"portal.vault.signing-key:", "portal.vault.recipient-key:", "portal.vault.hmac-key:", "PORTAL_URL",
				"README.md", "test-run");
		assertThat(output).doesNotContain(STACK_TRACE);
	}

	@Test
	void aPlainAddressIsForLocalhostOnly(CapturedOutput output) {
		fails(OnlySettings.class, with("--portal.url=http://portal.example.com"));
		assertThat(output).contains("portal.url: must begin with https://").doesNotContain("client-id:");
	}

	@Test
	void aMailServerNeedsAnAddressThatMailsComeFrom(CapturedOutput output) {
		fails(OnlySettings.class, with("--spring.mail.host=smtp.example.com"));
		assertThat(output).contains("portal.notification.from:", "PORTAL_NOTIFICATION_FROM")
			.doesNotContain("client-id:");
	}

	@Test
	void startsWhenEverythingIsSet() {
		try (ConfigurableApplicationContext context = start(OnlySettings.class,
				with("--portal.data=" + this.directory))) {
			assertThat(context.isActive()).isTrue();
		}
	}

	@Test
	void saysThatTheDataDirectoryIsNotWritable(CapturedOutput output) throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		fails(OnlySettings.class, with("--portal.data=" + file.resolve("data")));
		assertThat(output).contains("cannot write to its data directory '" + file, "portal.data")
			.doesNotContain(STACK_TRACE);
	}

	@Test
	void saysThatARelativeDataDirectoryNeedsADot(CapturedOutput output) {
		fails(OnlySettings.class, with("--portal.data=data"));
		assertThat(output).contains("it must be absolute or begin with ./");
	}

	@Test
	void saysThatAnotherProcessHoldsTheDatabase(CapturedOutput output) throws Exception {
		Process other = holdDatabase();
		try {
			fails(WithDatabase.class, with("--portal.data=" + this.directory));
		}
		finally {
			other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		}
		assertThat(output).contains("in use by another process", "portal.data").doesNotContain(STACK_TRACE);
	}

	@Test
	void saysThatPostgresCannotBeReached(CapturedOutput output) {
		fails(WithDatabase.class, with("--portal.data=" + this.directory,
				"--spring.datasource.url=jdbc:postgresql://localhost:1/portal"));
		assertThat(output).contains("does not let the portal in", "spring.datasource.url").doesNotContain(STACK_TRACE);
	}

	@Test
	void saysThatThePortIsTaken(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			SpringApplication application = new SpringApplication(WithServer.class);
			assertThatException().isThrownBy(() -> application.run("--server.address=localhost",
					"--server.port=" + taken.getLocalPort(), "--management.server.port=-1"));
			assertThat(output).contains("Port " + taken.getLocalPort() + " was already in use")
				.doesNotContain(STACK_TRACE);
		}
	}

	private Process holdDatabase() throws IOException {
		Path library = Path.of(URI.create(Shell.class.getProtectionDomain().getCodeSource().getLocation().toString()));
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				library.toString(), Shell.class.getName(), "-url", "jdbc:h2:file:" + this.directory + "/portal",
				"-user", "portal", "-password", "")
			.redirectErrorStream(true)
			.start();
		StringBuilder said = new StringBuilder();
		for (int next = process.getInputStream().read(); next >= 0
				&& !said.toString().endsWith("sql>"); next = process.getInputStream().read()) {
			said.append((char) next);
		}
		return process;
	}

	private static String[] with(String... more) {
		List<String> settings = new ArrayList<>(List.of(COMPLETE));
		settings.addAll(List.of(more));
		return settings.stream()
			.filter((setting) -> settings.stream()
				.skip(settings.indexOf(setting) + 1L)
				.noneMatch((later) -> later.startsWith(setting.substring(0, setting.indexOf('=') + 1))))
			.toArray(String[]::new);
	}

	private static void fails(Class<?> source, String... settings) {
		assertThatException().isThrownBy(() -> start(source, settings));
	}

	private static ConfigurableApplicationContext start(Class<?> source, String... settings) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(settings);
	}

	@Import(SettingsVerification.class)
	static class OnlySettings {

	}

	@Import(SettingsVerification.class)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	static class WithDatabase {

	}

	@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
	static class WithServer {

	}

}
