package com.highstage.portal.microsoft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.account.SignInNames;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * This module, connected to a Microsoft 365 of its own.
 */
public final class ConnectedMicrosoft implements AutoCloseable {

	private static final String GRAPH = "https://graph.microsoft.com/";

	private static final String OUTLOOK = "https://outlook.office365.com/";

	private volatile Duration ahead = Duration.ZERO;

	private final Microsoft365Simulator microsoft365;

	private final Tokens tokens;

	private final Runnable afterwards;

	private final ConfigurableApplicationContext context;

	public ConnectedMicrosoft(String... settings) {
		this.microsoft365 = Microsoft365Simulator.start(0,
				((InstantSource) () -> Instant.now().plus(this.ahead)).withZone(ZoneOffset.UTC));
		this.tokens = new Tokens();
		this.afterwards = this.microsoft365::close;
		this.context = run(settings);
		calm();
	}

	private ConnectedMicrosoft(ConnectedMicrosoft patient, String setting) {
		this.microsoft365 = patient.microsoft365;
		this.tokens = patient.tokens;
		this.afterwards = () -> {
		};
		this.context = run(setting);
	}

	private ConfigurableApplicationContext run(String... settings) {
		return new SpringApplicationBuilder(Module.class).web(WebApplicationType.NONE)
			.initializers((context) -> context.getBeanFactory().registerSingleton("tokens", this.tokens))
			.properties("portal.microsoft.login=" + this.microsoft365.at("/login"),
					"portal.microsoft.graph=" + this.microsoft365.at("/graph"),
					"portal.microsoft.outlook=" + this.microsoft365.at("/outlook"),
					"portal.microsoft.imap=localhost:" + this.microsoft365.imapPort(),
					"portal.microsoft.pop=localhost:" + this.microsoft365.popPort(),
					"portal.microsoft.smtp=localhost:" + this.microsoft365.smtpPort(),
					"portal.microsoft.mail-trust=" + certificate(), "portal.microsoft.client-id=" + Browser.CLIENT,
					"portal.microsoft.client-secret=simulator-portal-secret")
			.properties(settings)
			.properties("spring.main.banner-mode=off")
			.run();
	}

	/**
	 * This module a second time, for the same Microsoft 365 and the same people, which
	 * gives up after a second. Only for calls that are not answered: others may take
	 * longer on a slow machine.
	 * @return the module, to be closed
	 */
	public ConnectedMicrosoft impatient() {
		return new ConnectedMicrosoft(this, "portal.microsoft.calls.timeout=1s");
	}

	/**
	 * Starts afresh, without waiting for anything to spread.
	 */
	public void calm() {
		this.ahead = Duration.ZERO;
		this.microsoft365.reset();
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0, "timeoutMillis", 60_000,
				"graphRefusesAppRoleAssignedTo", false));
		this.tokens.values.clear();
	}

	public Microsoft365Simulator microsoft365() {
		return this.microsoft365;
	}

	/**
	 * Lets time pass at Microsoft, and nowhere else, until it is calm again.
	 * @param time how much
	 */
	public void pass(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Signs somebody in whose organisation allowed the portal.
	 * @param address who
	 * @param domain where
	 * @return their authority
	 */
	public Delegation signIn(String address, String domain) {
		Browser browser = new Browser(this.microsoft365);
		browser.allow("admin@contoso.example".equals(address) ? address : administrator(domain), domain);
		SignInId signIn = new SignInId(UUID.randomUUID());
		keep(signIn, Resource.GRAPH_PROFILE, browser, address, domain, GRAPH + "User.Read");
		keep(signIn, Resource.GRAPH_APPLICATIONS, browser, address, domain,
				GRAPH + "User.Read " + GRAPH + "Application.ReadWrite.All");
		if (!this.microsoft365.organisation(domain).path("mailboxes").isEmpty()) {
			keep(signIn, Resource.EXCHANGE, browser, address, domain, OUTLOOK + "Exchange.Manage");
		}
		this.tokens.names.put(signIn, address);
		return new Delegation(tenant(domain), signIn);
	}

	public TenantId tenant(String domain) {
		return TenantId.parse(this.microsoft365.organisation(domain).path("tenantId").asString());
	}

	/**
	 * Replaces the tokens of a sign-in.
	 * @param signIn the sign-in
	 * @param token the token for all resources
	 */
	public void replaceTokens(SignInId signIn, String token) {
		this.tokens.names.putIfAbsent(signIn, "somebody@contoso.example");
		for (Resource resource : Resource.values()) {
			this.tokens.values.put(signIn + " " + resource, Secret.of(token));
		}
	}

	/**
	 * Renames whoever signed in.
	 * @param signIn the sign-in
	 * @param name the sign-in name
	 */
	public void rename(SignInId signIn, String name) {
		this.tokens.names.put(signIn, name);
	}

	public Collection<Secret> tokens() {
		return List.copyOf(this.tokens.values.values());
	}

	private void keep(SignInId signIn, Resource resource, Browser browser, String address, String domain,
			String scope) {
		String token = browser.signIn(address, domain, "openid profile " + scope).path("access_token").asString();
		this.tokens.values.put(signIn + " " + resource, Secret.of(token));
	}

	private Path certificate() {
		try {
			return this.microsoft365.certificateIn(Path.of("target"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String administrator(String domain) {
		return (domain.equals("fabrikam.example") ? "global-admin@" : "admin@") + domain;
	}

	@Override
	public void close() {
		this.context.close();
		this.afterwards.run();
	}

	/**
	 * Tokens without a database.
	 */
	static final class Tokens implements DelegatedTokens, SignInNames {

		private final Map<SignInId, String> names = new ConcurrentHashMap<>();

		private final Map<String, Secret> values = new ConcurrentHashMap<>();

		@Override
		public Optional<Secret> find(SignInId signIn, Resource resource) {
			return Optional.ofNullable(this.values.get(signIn + " " + resource));
		}

		@Override
		public Optional<String> lookUp(SignInId signIn) {
			return Optional.ofNullable(this.names.get(signIn));
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = Failure.class)
	@ComponentScan(basePackageClasses = Secret.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*SecretConverter"))
	@ConfigurationPropertiesScan(basePackageClasses = Failure.class)
	@EnableConfigurationProperties(MicrosoftProperties.class)
	static class Module {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
