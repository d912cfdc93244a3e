package com.highstage.portal.renewal.reminder;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Person;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.invitation.mail.MailsOnPaper;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.renewal.reminder.Reminding.Records;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.verification.TestTroubles;
import com.highstage.portal.verification.Troubles;

/**
 * The real reminders in a database, with an outbox on paper.
 */
final class Remembered {

	static final MailAddress OPERATORS = new MailAddress("operators@highstage.example");

	final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));

	final MailsOnPaper outbox = new MailsOnPaper();

	final Map<TenantId, Contact> contacts = new HashMap<>();

	final Customers customers;

	final Connections connections;

	final Credentials credentials;

	final Troubles troubles;

	final JdbcReminders reminders;

	private final Database database;

	Remembered(Database database) {
		this.database = database;
		this.customers = new TestCustomers(database, this.clock).customers();
		this.connections = TestRegistration.connections(database, this.clock);
		this.credentials = TestCredentials.on(database, this.clock);
		this.troubles = TestTroubles.on(database, this.clock);
		this.reminders = new JdbcReminders(database.jdbc());
	}

	ReminderRound round(@Nullable MailAddress operators) {
		return round(operators, TestAudit.trail(this.database, this.clock));
	}

	ReminderRound round(@Nullable MailAddress operators, AuditTrail audit) {
		NotificationProperties mail = new NotificationProperties(null, "Highstage Portal", null, operators,
				Duration.ofMinutes(1), Duration.ofHours(72), Duration.ofDays(90));
		ReminderMails mails = new ReminderMails(new Recipients(new Named(this.contacts), this.customers, mail),
				this.outbox, new PortalProperties(URI.create("https://portal.example")), this.clock);
		Reminding reminding = new Reminding(this.reminders, mails, this.connections, this.credentials,
				new Records(audit, this.troubles), this.clock);
		return new ReminderRound(this.reminders, reminding, this.database.transactionManager(), this.clock);
	}

	/**
	 * A connection that Highstage is offered a secret of.
	 * @param days how long the secret lives
	 * @return the connection
	 */
	Connection connected(int days) {
		Connection connection = in(() -> this.connections.findOrCreate(new TenantId(UUID.randomUUID()),
				new PlainName("Contoso"), Cloud.GLOBAL, true));
		renewed(connection, days);
		return connection;
	}

	CredentialVersion renewed(Connection connection, int days) {
		return in(() -> {
			CredentialVersion stored = this.credentials.store(new ClientSecret(Secret.of("value")),
					new IssuedCredential(connection.id(), connection.tenant(),
							ClientId.parse("11111111-2222-4333-8444-555555555555"), UUID.randomUUID(),
							"Highstage (hs-1)", this.clock.instant().plus(Duration.ofDays(days))));
			this.credentials.offer(connection.id(), stored.sequence());
			return stored;
		});
	}

	void contact(Connection connection, String address, boolean confirmed) {
		this.contacts.put(connection.tenant(), new Contact(connection.tenant(), new MailAddress(address),
				Language.DANISH, "Anna", this.clock.instant(), null, confirmed ? this.clock.instant() : null));
	}

	List<String> mailsTo(String address) {
		return this.outbox.queued()
			.stream()
			.filter((mail) -> mail.to().value().equals(address))
			.map((mail) -> mail.letter().template() + " " + mail.letter().values().get("days"))
			.toList();
	}

	<T> T in(Supplier<T> work) {
		return this.database.transactions().execute((status) -> work.get());
	}

	String status(ConnectionId connection) {
		return this.database.jdbc()
			.sql("select status from connection where connection_id = :id")
			.param("id", connection.value())
			.query(String.class)
			.single();
	}

	/**
	 * An audit trail before whose entries something else happens in the meantime.
	 * @param meanwhile what happens, in a transaction of its own
	 * @return the trail
	 */
	AuditTrail after(Runnable meanwhile) {
		AuditTrail trail = TestAudit.trail(this.database, this.clock);
		return new AuditTrail() {

			@Override
			public void record(AuditEvent event) {
				CompletableFuture.runAsync(meanwhile).orTimeout(30, TimeUnit.SECONDS).join();
				trail.record(event);
			}

			@Override
			public void recordRefusal(AuditEvent event) {
				trail.recordRefusal(event);
			}

		};
	}

	/**
	 * Contact addresses that are simply there.
	 *
	 * @param known by organisation
	 */
	private record Named(Map<TenantId, Contact> known) implements Contacts {

		@Override
		public Answer ask(Person by, MailAddress address, Language language) {
			return Answer.NONE;
		}

		@Override
		public Answer askAgain(Person by) {
			return Answer.NONE;
		}

		@Override
		public void remove(Person by) {
			this.known.remove(by.tenant());
		}

		@Override
		public Optional<Contact> find(TenantId tenant) {
			return Optional.ofNullable(this.known.get(tenant));
		}

		@Override
		public Optional<Contact> find(Link link) {
			return Optional.empty();
		}

		@Override
		public boolean confirm(Link link) {
			return false;
		}

	}

}
