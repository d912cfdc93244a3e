package com.highstage.portal.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import com.highstage.portal.database.Emptying;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

/**
 * One Chromium for all journeys. Where there is none, they are skipped and say so; where
 * {@code CI=true} they fail.
 */
class Chromium implements BeforeEachCallback, ParameterResolver {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	/** As long as people wait for a page; its own default is five seconds. */
	private static final double PATIENCE = 60_000;

	private static final List<String> TABLES = List.of("drift_sight", "drift_report", "connection_trouble", "reminder",
			"retirement", "removal_part", "removal_mailbox", "removal", "spring_session_attributes", "spring_session",
			"delegated_access", "sign_in", "link", "consent_link", "consent_request", "contact", "asked_mail",
			"outgoing_mail", "mailbox_check", "mailbox", "exchange_registration", "protocol_wish", "onboarding_news",
			"closed_proof", "step_attempt", "onboarding_step", "onboarding", "credential", "connection", "desk_term",
			"desk_row", "customer_note", "customer_link", "customer");

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext portal = SpringExtension.getApplicationContext(context);
		// first the portal's side: work that the test before left under way does nothing
		// more
		// at Microsoft once its journey is given up
		empty(portal.getBean(JdbcClient.class));
		Microsoft365Simulator microsoft365 = portal.getBean(Microsoft365Simulator.class);
		microsoft365.reset();
		microsoft365.settings(Map.of("latencyMillis", 0, "replicationMillis", 100, "propagationMillis", 100,
				"graphRefusesAppRoleAssignedTo", false, "refusals", Map.of(), "refusalsReturn", false));
	}

	private static void empty(JdbcClient jdbc) {
		jdbc.sql("update onboarding set status = 'CANCELLED', active_tenant_id = null").update();
		jdbc.sql("set referential_integrity false").update();
		Emptying.of(jdbc, TABLES);
		jdbc.sql("set referential_integrity true").update();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Administrator.class;
	}

	@Override
	public Administrator resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Running running = context.getRoot()
			.getStore(ExtensionContext.Namespace.create(Chromium.class))
			.computeIfAbsent(Running.class, (type) -> Running.start(), Running.class);
		ApplicationContext portal = SpringExtension.getApplicationContext(context);
		Administrator administrator = new Administrator(running.browser(),
				portal.getBean(PortalProperties.class).url());
		context.getStore(ExtensionContext.Namespace.create(Chromium.class))
			.put(parameter.getIndex(), (AutoCloseable) administrator::close);
		return administrator;
	}

	private static Optional<Path> installed() {
		return Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

		static Running start() {
			Optional<Path> chromium = installed();
			if (chromium.isEmpty()) {
				String message = "There is no Chromium on this machine, so the journeys in the browser were not tested.";
				if ("true".equals(System.getenv("CI"))) {
					throw new IllegalStateException(message);
				}
				throw new TestAbortedException(message);
			}
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			Playwright playwright = Playwright
				.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			return new Running(playwright, playwright.chromium()
				.launch(new LaunchOptions().setExecutablePath(chromium.orElseThrow()).setArgs(ARGUMENTS)));
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
