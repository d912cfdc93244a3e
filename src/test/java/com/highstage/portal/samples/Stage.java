package com.highstage.portal.samples;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PortalApplication;
import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * A portal whose address leads nowhere yet: it listens on a port that nobody knows, with
 * a time of its own, so that people can do what they did long ago.
 */
final class Stage implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final TimeMachine time = new TimeMachine();

	private final Microsoft365Simulator microsoft365;

	private final ConfigurableApplicationContext portal;

	Stage(Microsoft365Simulator microsoft365, String... arguments) {
		this.microsoft365 = microsoft365;
		SpringApplication application = new SpringApplication(PortalApplication.class);
		application.addInitializers(this::prepare);
		this.portal = application.run(arguments);
	}

	private void prepare(ConfigurableApplicationContext context) {
		((GenericApplicationContext) context).registerBean("timeMachine", TimeMachine.class, () -> this.time,
				(definition) -> definition.setPrimary(true));
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("stage",
					Map.of("server.port", "0", "server.address", "127.0.0.1", "management.server.port", "-1")));
	}

	Microsoft365Simulator microsoft365() {
		return this.microsoft365;
	}

	void travel(Duration ago) {
		this.time.travel(ago);
	}

	/**
	 * A browser of somebody who knows where the portal listens.
	 * @return the browser
	 */
	Surfer surfer() {
		URI address = URI.create(Objects.requireNonNull(this.portal.getEnvironment().getProperty("portal.url")));
		int port = ((WebServerApplicationContext) this.portal).getWebServer().getPort();
		return new Surfer(address, URI.create("http://127.0.0.1:" + port));
	}

	/**
	 * Looks at a page again and again.
	 * @param surfer the browser
	 * @param path the page
	 * @param wanted what it is to be like
	 */
	static void await(Surfer surfer, String path, Predicate<Surfer> wanted) {
		Awaitility.await(path)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> wanted.test(surfer.open(path)));
	}

	/**
	 * Waits until the mail server has answered for every mail.
	 */
	void awaitMails() {
		awaitNone("outgoing_mail where state = 'QUEUED'");
	}

	/**
	 * Waits until the operators' list shows what the passing of time has changed.
	 */
	void awaitDesk() {
		awaitNone("desk_row where due_at < current_timestamp");
	}

	private void awaitNone(String rows) {
		JdbcClient jdbc = this.portal.getBean(JdbcClient.class);
		Awaitility.await(rows)
			.atMost(PATIENCE)
			.until(() -> jdbc.sql("select count(*) from " + rows).query(Long.class).single() == 0);
	}

	@Override
	public void close() {
		this.portal.close();
	}

}
