package com.highstage.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.test.util.TestSocketUtils;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Database.Kind;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Points the portal to a simulator that lives as long as the application context, and to
 * an empty database of the kind that the property {@code tests.database} names.
 */
class OnSimulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
		int port = TestSocketUtils.findAvailableTcpPort();
		TestPropertyValues
			.of("server.port=" + port, "management.server.port=-1", "portal.url=http://localhost:" + port,
					"portal.data=./target/portal-tests",
					"spring.datasource.url=" + database(context.getEnvironment()).url(),
					"portal.microsoft.login=" + microsoft365.at("/login"),
					"portal.microsoft.graph=" + microsoft365.at("/graph"),
					"portal.microsoft.outlook=" + microsoft365.at("/outlook"),
					"portal.microsoft.imap=localhost:" + microsoft365.imapPort(),
					"portal.microsoft.pop=localhost:" + microsoft365.popPort(),
					"portal.microsoft.smtp=localhost:" + microsoft365.smtpPort(),
					"portal.microsoft.mail-trust=" + certificate(microsoft365), "spring.mail.host=localhost",
					"spring.mail.port=" + microsoft365.mailSinkPort(),
					"portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
					"portal.microsoft.client-secret=simulator-portal-secret",
					"portal.vendor.tenant-id=41674167-0006-4000-8000-000000000006", "portal.vault.generate=true",
					"portal.onboarding.uninvited=show")
			.applyTo(context);
		context.getBeanFactory().registerSingleton("microsoft365", microsoft365);
		context.addApplicationListener((event) -> {
			if (event instanceof ContextClosedEvent) {
				microsoft365.close();
			}
		});
	}

	private static Path certificate(Microsoft365Simulator microsoft365) {
		try {
			return microsoft365.certificateIn(Path.of("target"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Database database(Environment environment) {
		Kind kind = environment.getProperty("tests.database", Kind.class, Kind.H2);
		return (kind == Kind.H2) ? Embedded.newEmptyDatabase() : Postgres.newEmptyDatabase();
	}

}
