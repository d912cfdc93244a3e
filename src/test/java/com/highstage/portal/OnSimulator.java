package com.highstage.portal;

import java.util.UUID;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.util.TestSocketUtils;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Points the portal to a simulator that lives as long as the application context.
 */
class OnSimulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
		int port = TestSocketUtils.findAvailableTcpPort();
		TestPropertyValues
			.of("server.port=" + port, "management.server.port=-1", "portal.url=http://localhost:" + port,
					"portal.data=./target/portal-tests",
					"spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
							+ ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
					"portal.microsoft.login=" + microsoft365.at("/login"),
					"portal.microsoft.graph=" + microsoft365.at("/graph"),
					"portal.microsoft.outlook=" + microsoft365.at("/outlook"),
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

}
