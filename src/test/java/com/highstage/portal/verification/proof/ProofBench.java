package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.mailbox.ExchangeFacts;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogins;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.LeaseLostException;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.verification.VerificationProperties;

/**
 * The proof on a database, with one connection and its first secret.
 */
final class ProofBench {

	static final VerificationProperties PROPERTIES = new VerificationProperties(20, Duration.ofHours(2),
			Duration.ofSeconds(2), Duration.ofMinutes(5));

	private final Database database;

	private final Clock clock;

	private final Credentials credentials;

	private final List<ChosenMailbox> list = new ArrayList<>();

	private final Connection connection;

	/** Lost once it is false. */
	volatile boolean leaseHeld = true;

	/** What Exchange said about the application. */
	ExchangeFacts exchange = ExchangeFacts.UNKNOWN;

	ProofBench(Database database, Clock clock) {
		this.database = database;
		this.clock = clock;
		this.credentials = TestCredentials.on(database, clock);
		this.connection = TestRegistration.connections(database, clock)
			.findOrCreate(new TenantId(UUID.randomUUID()), new PlainName("Contoso"), Cloud.GLOBAL, true);
		newSecret();
	}

	Connection connection() {
		return this.connection;
	}

	ConnectionId id() {
		return this.connection.id();
	}

	void newSecret() {
		this.database.transactions()
			.executeWithoutResult((status) -> this.credentials.store(new Credential.ClientSecret(Secret.of("value")),
					new IssuedCredential(id(), this.connection.tenant(), new ClientId(UUID.randomUUID()),
							UUID.randomUUID(), "", this.clock.instant().plus(Duration.ofDays(180)))));
	}

	MailboxAddress want(String address) {
		MailboxAddress mailbox = new MailboxAddress(address);
		this.list.add(new ChosenMailbox(id(), mailbox, null, new PlainName(""), "", true, ChosenMailbox.Access.UNKNOWN,
				null, false, null, false, null, null));
		this.database.jdbc().sql("""
				insert into mailbox (connection_id, address, display_name, mailbox_type, wanted, access, ours, smtp_off)
				values (:connection, :address, '', '', true, 'UNKNOWN', false, false)
				""").param("connection", id().value()).param("address", address).update();
		return mailbox;
	}

	void noLongerWant(MailboxAddress mailbox) {
		this.list.replaceAll((one) -> one.address().equals(mailbox) ? new ChosenMailbox(id(), mailbox, null,
				one.displayName(), "", false, one.access(), null, false, null, false, null, null) : one);
		this.database.jdbc()
			.sql("update mailbox set wanted = false where address = :address")
			.param("address", mailbox.value())
			.update();
	}

	void wantAgain(MailboxAddress mailbox) {
		this.list.replaceAll((one) -> one.address().equals(mailbox) ? new ChosenMailbox(id(), mailbox, null,
				one.displayName(), "", true, one.access(), null, false, null, false, null, null) : one);
		this.database.jdbc()
			.sql("update mailbox set wanted = true where address = :address")
			.param("address", mailbox.value())
			.update();
	}

	void openedAt(MailboxAddress mailbox, Instant at) {
		this.list.replaceAll((one) -> one.address().equals(mailbox) ? new ChosenMailbox(id(), mailbox, null,
				one.displayName(), "", true, ChosenMailbox.Access.OPEN, at, true, null, false, null, at) : one);
	}

	LoginProof proof(MailLogins logins) {
		return proof(logins, PROPERTIES);
	}

	LoginProof proof(MailLogins logins, VerificationProperties properties) {
		JdbcMailboxChecks checks = new JdbcMailboxChecks(this.database.jdbc(), TestMailboxes.leaving(this.database),
				TestRegistration.moves(this.database, Clock.systemUTC()));
		Chosen chosen = new Chosen();
		return new LoginProof(
				new KnownFacts(chosen, chosen, this.credentials, TestRegistration.attempts(this.database, this.clock),
						this.clock),
				checks,
				new LoginRounds(logins, checks, properties, TestAudit.trail(this.database, this.clock),
						this.database.transactionManager(), this.clock),
				new NegativeProof(logins, chosen, TestAudit.trail(this.database, this.clock),
						this.database.transactionManager()),
				this.database.transactionManager(), this.clock);
	}

	LoginClosingProof closing(LoginProof proof, MailLogins logins) {
		JdbcClosingLooks looks = new JdbcClosingLooks(this.database.jdbc());
		ClosingRows rows = new ClosingRows(looks, TestMailboxes.leaving(this.database), this.credentials,
				TestAudit.trail(this.database, this.clock), this.database.transactionManager(), this.clock);
		return new LoginClosingProof(proof, logins, rows, looks, PROPERTIES);
	}

	AppToken token(MailPermission... roles) {
		AppToken sample = Patient.token(Set.of(roles));
		return new AppToken(sample.value(), sample.roles(), sample.servicePrincipal(), sample.audience(),
				this.connection.tenant(), this.clock.instant().plus(Duration.ofHours(1)));
	}

	Work.Lease lease() {
		return new Work.Lease() {

			@Override
			public long epoch() {
				return 1;
			}

			@Override
			public void hold() {
				if (!ProofBench.this.leaseHeld) {
					throw new LeaseLostException("lost");
				}
			}

		};
	}

	List<String> audited() {
		return this.database.jdbc().sql("select action from audit_entry order by sequence").query(String.class).list();
	}

	/**
	 * The chosen mailboxes and what Exchange said, without Exchange.
	 */
	private final class Chosen extends NoExchange {

		@Override
		public List<ChosenMailbox> of(ConnectionId whose) {
			return List.copyOf(ProofBench.this.list);
		}

		@Override
		public ExchangeFacts known(Connection whose) {
			return ProofBench.this.exchange;
		}

	}

}
