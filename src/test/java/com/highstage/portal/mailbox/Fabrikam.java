package com.highstage.portal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.database.Database;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.exchange.ExchangeProperties;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.registration.Work;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * Fabrikam's mailboxes at the simulator, its connection in a database, and this module
 * between them.
 */
final class Fabrikam {

	static final String DOMAIN = "fabrikam.example";

	static final int AT_ONCE = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Clock clock;

	private final ConnectedMicrosoft microsoft;

	private final Connections connections;

	private final JdbcExchangeFacts facts;

	private final JdbcChosenMailboxes rows;

	private final LeavingMailboxes leaving;

	private final Attempts attempts;

	private final MailboxAccess access;

	private final MailboxLooks looks;

	private boolean patient = true;

	private final AtomicInteger holds = new AtomicInteger();

	Fabrikam(Database database, ConnectedMicrosoft microsoft) {
		this(database, microsoft, microsoft.bean(Mailboxes.class), Clock.systemUTC());
	}

	Fabrikam(Database database, ConnectedMicrosoft microsoft, Mailboxes mailboxes, Clock clock) {
		this.clock = clock;
		this.microsoft = microsoft;
		this.connections = TestRegistration.connections(database, clock);
		this.rows = new JdbcChosenMailboxes(database.jdbc(), TestRegistration.moves(database, clock));
		this.leaving = new JdbcLeavingMailboxes(database.jdbc());
		this.facts = new JdbcExchangeFacts(database.jdbc());
		this.attempts = TestRegistration.attempts(database, clock);
		ExchangeProperties exchange = new ExchangeProperties(AT_ONCE);
		MailboxOpener opener = new MailboxOpener(mailboxes, this.rows, this.attempts, database.transactionManager(),
				clock);
		this.looks = new MailboxLooks(mailboxes, this.rows, pageThreads(exchange), database.transactionManager(),
				clock);
		this.access = new ExchangeAccess(
				new ExchangeRegistrar(microsoft.bean(ExchangeRegistrations.class), this.facts, this.attempts,
						database.transactionManager(), clock),
				new MailboxRuns(opener, mailboxes, this.rows, this.attempts, exchange, clock), this.looks);
	}

	private PageThreads pageThreads(ExchangeProperties exchange) {
		return new PageThreads(exchange) {
			@Override
			<T> void each(Collection<T> items, Duration limit, Consumer<T> work) {
				super.each(items, Fabrikam.this.patient ? PATIENCE : limit, work);
			}
		};
	}

	/**
	 * From now on pages wait as long as the portal lets them; until then, as long as a
	 * slow machine takes.
	 */
	void hurry() {
		this.patient = false;
	}

	MailboxAccess access() {
		return this.access;
	}

	LeavingMailboxes leaving() {
		return this.leaving;
	}

	MailboxLookUp lookUp() {
		return this.looks;
	}

	Attempts attempts() {
		return this.attempts;
	}

	Connection connection() {
		Connection found = this.connections.findOrCreate(this.microsoft.tenant(DOMAIN), new PlainName("Fabrikam"),
				Cloud.GLOBAL, true);
		if (found.application().clientId() == null) {
			this.connections.update(found.id(), new OurApplication(false, false, "Highstage Mail",
					TestConnections.CLIENT, TestConnections.REGISTRATION, TestConnections.PRINCIPAL));
		}
		return this.connections.get(found.id());
	}

	Delegation signIn(String who) {
		return this.microsoft.signIn(who + "@" + DOMAIN, DOMAIN);
	}

	Work work(String who) {
		return workUntil(who, Integer.MAX_VALUE);
	}

	/**
	 * Work whose lease is lost after it was held some times.
	 */
	Work workUntil(String who, int most) {
		return new Work(connection().id(), UUID.randomUUID(), "MAILBOXES", signIn(who), Actor.PORTAL, new Work.Lease() {

			private final AtomicInteger left = new AtomicInteger(most);

			@Override
			public long epoch() {
				return 1;
			}

			@Override
			public void hold() {
				Fabrikam.this.holds.incrementAndGet();
				if (this.left.decrementAndGet() < 0) {
					throw new LeaseLostException("lost");
				}
			}

		});
	}

	void choose(String... names) {
		this.rows.choose(connection().id(),
				Stream.of(names).map((name) -> new MailboxAddress(name + "@" + DOMAIN)).toList());
	}

	List<ChosenMailbox> mailboxes() {
		return this.rows.of(connection().id());
	}

	ChosenMailbox mailbox(String name) {
		return this.rows.find(connection().id(), new MailboxAddress(name + "@" + DOMAIN)).orElseThrow();
	}

	Map<String, String> accesses() {
		return mailboxes().stream()
			.collect(java.util.stream.Collectors.toMap((row) -> row.address().value().replace("@" + DOMAIN, ""),
					(row) -> row.access().name()));
	}

	MailboxCount count() {
		return this.rows.count(connection().id());
	}

	/**
	 * Runs a cmdlet by hand.
	 */
	void byHand(String cmdlet, Map<String, ?> parameters) {
		this.microsoft.microsoft365().powershell(DOMAIN, cmdlet, parameters);
	}

	/**
	 * Who may open which mailbox, at Microsoft.
	 */
	Set<String> opened() {
		return this.microsoft.microsoft365()
			.organisation(DOMAIN)
			.at("/exchange/mailboxPermissions")
			.valueStream()
			.map((one) -> one.path("mailbox").asString().replace("@" + DOMAIN, ""))
			.collect(java.util.stream.Collectors.toSet());
	}

	long calls(String cmdlet) {
		return this.microsoft.microsoft365()
			.journal()
			.stream()
			.map(Journal.Entry::call)
			.filter(cmdlet::equalsIgnoreCase)
			.count();
	}

	long effects() {
		return this.microsoft.microsoft365()
			.journal()
			.stream()
			.filter((entry) -> entry.effect() && entry.url().contains("InvokeCommand"))
			.count();
	}

	Instant now() {
		return this.clock.instant();
	}

	static Clock at(Instant now) {
		return Clock.fixed(now, ZoneOffset.UTC);
	}

}
