package com.highstage.portal.verification;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.AppTokens;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.ExchangeProperties;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.registration.Work;
import com.highstage.portal.simulator.MailApplication;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

/**
 * An application that Contoso's administrator made by hand at the simulator, its
 * connection in a database, and the modules below the journey between them.
 */
final class ConnectedContoso implements AutoCloseable {

	static final String DOMAIN = "contoso.example";

	private final ConnectedMicrosoft microsoft;

	private final Database database;

	private final MailApplication application;

	private final Connections connections;

	private final Credentials credentials;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Connection connection;

	/**
	 * Connects.
	 * @param microsoft the adapters and the simulator
	 * @param database the portal's database
	 * @param patience how long the portal waits for Microsoft
	 * @param consented the permissions that the application has
	 */
	ConnectedContoso(ConnectedMicrosoft microsoft, Database database, Duration patience, MailPermission... consented) {
		Clock clock = Clock.systemUTC();
		this.microsoft = microsoft;
		this.database = database;
		this.application = MailApplication.in(microsoft.microsoft365(),
				Arrays.stream(consented).map((one) -> Protocol.valueOf(one.name())).toArray(Protocol[]::new));
		this.connections = TestRegistration.connections(database, clock);
		this.credentials = TestCredentials.on(database, clock);
		wire(new VerificationProperties(20, patience, Duration.ofMillis(500), Duration.ofMinutes(5)), clock);
		this.connection = connect(this.application, this.application.secret());
	}

	private void wire(VerificationProperties properties, Clock clock) {
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		List<Object> given = List.of(this.database.jdbc(), this.database.transactionManager(), this.connections,
				this.credentials, TestRegistration.attempts(this.database, clock),
				TestAudit.trail(this.database, clock), clock, properties, bean(AppTokens.class), bean(MailLogins.class),
				bean(ExchangeRegistrations.class), bean(Mailboxes.class), bean(ExchangeProperties.class));
		for (int number = 0; number < given.size(); number++) {
			beans.registerSingleton("given" + number, given.get(number));
		}
		this.context.scan("com.highstage.portal.mailbox", "com.highstage.portal.verification");
		this.context.refresh();
	}

	private <T> T bean(Class<T> type) {
		return this.microsoft.bean(type);
	}

	/**
	 * What the portal was told about the application.
	 * @param made the application
	 * @param secret what was given as its secret
	 * @return the connection
	 */
	Connection connect(MailApplication made, String secret) {
		return this.database.transactions().execute((status) -> {
			Connection found = this.connections.findOrCreate(this.microsoft.tenant(DOMAIN), new PlainName("Contoso"),
					Cloud.GLOBAL, true);
			ClientId client = ClientId.parse(made.clientId());
			this.connections.update(found.id(), new OurApplication(true, true, "Mail", client,
					ObjectId.parse(made.objectId()), ObjectId.parse(this.application.principalId())));
			this.credentials.store(new Credential.ClientSecret(Secret.of(secret)), new IssuedCredential(found.id(),
					found.tenant(), client, UUID.randomUUID(), "", Clock.systemUTC().instant().plusSeconds(3600)));
			return this.connections.get(found.id());
		});
	}

	MailApplication application() {
		return this.application;
	}

	Microsoft365Simulator microsoft365() {
		return this.microsoft.microsoft365();
	}

	Delegation signIn(String name) {
		return this.microsoft.signIn(name + "@" + DOMAIN, DOMAIN);
	}

	void cmdlet(String name, Map<String, ?> parameters) {
		microsoft365().powershell(DOMAIN, name, parameters);
	}

	void choose(String... names) {
		this.database.transactions()
			.executeWithoutResult((status) -> this.context.getBean(ChosenMailboxes.class)
				.choose(this.connection.id(), Stream.of(names).map(ConnectedContoso::address).toList()));
	}

	/**
	 * Lets an administrator's sign-in show the portal how things stand in Exchange.
	 * @param chosen the chosen protocols
	 * @return how Exchange knows the application
	 */
	ExchangeFacts look(MailPermission... chosen) {
		return this.context.getBean(MailboxAccess.class).look(signIn("admin"), this.connection, Set.of(chosen));
	}

	TokenResult token(MailPermission... chosen) {
		return this.context.getBean(TokenCheck.class).fresh(this.connections.get(this.connection.id()), Set.of(chosen));
	}

	/**
	 * Tries every login that is due.
	 * @param chosen the chosen protocols
	 * @return where they stand
	 */
	MailboxProof.Standing prove(MailPermission... chosen) {
		return proveUntil(Integer.MAX_VALUE, chosen);
	}

	/**
	 * Tries every login that is due, until somebody else takes the work over.
	 * @param most how often the lease is held before it is lost
	 * @param chosen the chosen protocols
	 * @return where they stand
	 */
	MailboxProof.Standing proveUntil(int most, MailPermission... chosen) {
		AppToken token = bean(AppTokens.class).request(this.connection.tenant(),
				ClientId.parse(this.application.clientId()),
				new Credential.ClientSecret(Secret.of(this.application.secret())));
		AtomicInteger left = new AtomicInteger(most);
		return proof().prove(this.connection, Set.of(chosen), token, new Work.Lease() {

			@Override
			public long epoch() {
				return 1;
			}

			@Override
			public void hold() {
				if (left.decrementAndGet() < 0) {
					throw new LeaseLostException("lost");
				}
			}

		});
	}

	/**
	 * What the last login has shown.
	 * @param name the mailbox
	 * @param protocol the protocol
	 * @return the result
	 */
	CheckResult result(String name, MailPermission protocol) {
		return proof().checks(this.connection, EnumSet.allOf(MailPermission.class))
			.stream()
			.filter((check) -> check.address().equals(address(name)) && check.protocol() == protocol)
			.map(MailboxCheck::result)
			.findFirst()
			.orElseThrow();
	}

	MailboxProof.Negative negative(String name, MailPermission role) {
		AppToken token = ((TokenResult.Passed) token(role)).token();
		return proof().negative(this.connection, address(name), Objects.requireNonNull(token));
	}

	/**
	 * What is known of a chosen mailbox.
	 * @param name the mailbox
	 * @return the mailbox
	 */
	ChosenMailbox chosen(String name) {
		return this.context.getBean(ChosenMailboxes.class)
			.of(this.connection.id())
			.stream()
			.filter((mailbox) -> mailbox.address().equals(address(name)))
			.findFirst()
			.orElseThrow();
	}

	void again() {
		this.database.transactions().executeWithoutResult((status) -> proof().again(this.connection.id(), null));
	}

	<T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	private MailboxProof proof() {
		return this.context.getBean(MailboxProof.class);
	}

	static MailboxAddress address(String name) {
		return new MailboxAddress(name + "@" + DOMAIN);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
