package com.highstage.portal;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.Database.Kind;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.database.Postgres;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Points the portal to a simulator that lives as long as the application context, and to
 * a migrated database of the kind that the property {@code tests.database} names. There
 * is no management port unless {@code tests.management-port} names one. Many classes
 * share a portal, all from one address, so the limits that count requests are out of
 * their way; and what waits for its time is begun soon after it.
 */
class OnSimulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);
		ReservedPort port = ReservedPort.any();
		TestPropertyValues.of(SimulatedMicrosoft.settings(microsoft365))
			.and("server.port=" + port.number(),
					"management.server.port=" + context.getEnvironment().getProperty("tests.management-port", "-1"),
					"portal.url=http://localhost:" + port.number(), "portal.data=./target/portal-tests",
					"portal.vault.generate=true", "spring.datasource.url=" + database(context.getEnvironment()).url(),
					"portal.limits.pages=100000", "portal.limits.sign-ins=100000", "portal.limits.links=100000",
					"portal.limits.asks=100000", "portal.limits.heavy=100000", "db-scheduler.polling-interval=200ms")
			.applyTo(context);
		context.getBeanFactory().registerSingleton("microsoft365", microsoft365);
		context.addApplicationListener((event) -> {
			if (event instanceof ContextClosedEvent) {
				microsoft365.close();
				port.close();
			}
		});
	}

	private static Database database(Environment environment) {
		Kind kind = environment.getProperty("tests.database", Kind.class, Kind.H2);
		return (kind == Kind.H2) ? Embedded.newDatabase() : Postgres.newDatabase();
	}

}
