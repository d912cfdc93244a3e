package com.highstage.portal.onboarding.work;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.audit.TestAudit;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.MailboxAccess;
import com.highstage.portal.mailbox.TestMailboxes;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Journey.ClosedAnswer;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.verification.MailboxProof;
import com.highstage.portal.verification.MailboxProof.Negative;
import com.highstage.portal.verification.MailboxProof.Standing;
import com.highstage.portal.verification.TestTroubles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people ask for while a run is at work on their journey.
 */
@OnBothDatabases
class AskedMeanwhileTests {

	private static final MailboxAddress ARCHIVE = new MailboxAddress("archive@contoso.example");

	private static final MailboxAddress OWN = new MailboxAddress("admin@contoso.example");

	private final Clock clock = Clock.systemUTC();

	private final TenantId tenant = new TenantId(UUID.randomUUID());

	private final Authority admin = new Authority(new SignInId(UUID.randomUUID()),
			new PersonId(this.tenant, new ObjectId(UUID.randomUUID())), "Adele Vance", Set.of(Ability.values()));

	private final Database database;

	private final JdbcOnboardings onboardings;

	private final Credentials credentials;

	private final Connections connections;

	private final Connection connection;

	private final OnboardingId id;

	AskedMeanwhileTests(Database database) {
		this.database = database;
		this.onboardings = new JdbcOnboardings(database.jdbc(), TestMailboxes.chosen(database), (event) -> {
		});
		this.credentials = TestCredentials.on(database, this.clock);
		this.connections = TestRegistration.connections(database, this.clock);
		this.connection = this.connections.findOrCreate(this.tenant, new PlainName("Contoso"), Cloud.GLOBAL, true);
		Onboarding begun = new Onboarding(new OnboardingId(UUID.randomUUID()), this.tenant, this.connection.id(),
				Onboarding.Status.ACTIVE, Onboarding.Mode.PORTAL, Plan.standard().withMailboxes(List.of(ARCHIVE)),
				Step.CHECK, true, this.admin, this.admin, this.admin.person(), this.admin.name(), this.clock.instant());
		this.onboardings.add(begun);
		this.id = begun.id();
	}

	@Test
	void whatIsToBeSwitchedOnWhileSomethingElseIsComesNext() {
		wish(MailPermission.IMAP);
		MailboxAccess exchange = port(MailboxAccess.class, (method) -> {
			wish(MailPermission.POP);
			return null;
		});
		Run run = begin();
		new ProtocolWishes(this.onboardings, exchange, port(MailboxProof.class, (method) -> null), this.credentials,
				this.database.transactionManager())
			.carryOut(run, run.exchangeWork(Step.MAILBOXES));
		assertThat(this.onboardings.wishes(this.id)).isEqualTo(Map.of(ARCHIVE, Set.of(MailPermission.POP)));
	}

	@Test
	void aMailboxThatIsAddedAfterTheOthersWereProvenCanStillBeChecked() {
		paste();
		Run run = begin();
		ask(run.plan().withMailboxes(List.of(ARCHIVE, new MailboxAddress("sales@contoso.example"))));
		finish().allProven(run);
		assertThat(this.<Boolean>within(() -> this.credentials.workingCopy(this.connection.id()).isPresent())).isTrue();
		this.onboardings.releaseLease(this.id, run.lease().epoch());
		finish().allProven(begin());
		assertThat(this.<Boolean>within(() -> this.credentials.workingCopy(this.connection.id()).isPresent()))
			.isFalse();
	}

	@Test
	void whoChoosesFewerPermissionsWhileOthersAreRevokedHasTheRestRevokedToo() {
		ConsentChoices choices = new ConsentChoices(this.onboardings, this.database.transactionManager());
		revokeOthers();
		Run run = begin();
		ask(run.plan().withPermissions(Set.of(MailPermission.IMAP)));
		revokeOthers();
		choices.othersRevoked(run);
		assertThat(this.onboardings.choices(this.id).revokeOthers()).isTrue();
		this.onboardings.releaseLease(this.id, run.lease().epoch());
		choices.othersRevoked(begin());
		assertThat(this.onboardings.choices(this.id).revokeOthers()).isFalse();
	}

	@Test
	void aMailboxThatIsToStayClosedIsTriedAtOnceWhereAnotherOpensInThatInstant() {
		AtomicInteger passed = new AtomicInteger();
		JdbcClosedProofs proofs = closed(passed::get, () -> Negative.STAYS_CLOSED);
		Run run = begin();
		CompletableFuture<Boolean> asked = within(() -> {
			run.lease().hold();
			CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> proofs.ask(this.connection, OWN));
			// until it is done or waits for what is found here
			asking.copy().completeOnTimeout(false, 1, TimeUnit.SECONDS).join();
			passed.set(1);
			return asking;
		});
		assertThat(asked.join()).as("left to the run, which has looked").isFalse();
		assertThat(proofs.find(this.id)).isEmpty();
	}

	@Test
	void twoWhoAskForWhatIsToStayClosedAtOnceDoNotFail() throws InterruptedException {
		JdbcClosedProofs proofs = closed(() -> 0, () -> Negative.STAYS_CLOSED);
		Meanwhile.of(this.database.transactions(), () -> proofs.ask(this.connection, OWN),
				() -> assertThat(proofs.ask(this.connection, ARCHIVE)).isTrue());
		assertThat(proofs.find(this.id)).contains(new ClosedAnswer.Later(ARCHIVE));
	}

	@Test
	void whatOneMailboxHasShownIsNotSaidOfAnother() {
		AtomicReference<@Nullable JdbcClosedProofs> proofs = new AtomicReference<>();
		proofs.set(closed(() -> 0, () -> {
			Objects.requireNonNull(proofs.get()).ask(this.connection, OWN);
			return Negative.STAYS_CLOSED;
		}));
		JdbcClosedProofs asked = Objects.requireNonNull(proofs.get());
		asked.ask(this.connection, ARCHIVE);
		asked.tryPending(begin(), new AppToken(Secret.of("token"), Set.of(), new ObjectId(UUID.randomUUID()), "",
				this.tenant, Instant.MAX));
		assertThat(asked.find(this.id)).contains(new ClosedAnswer.Later(OWN));
	}

	private JdbcClosedProofs closed(IntSupplier passed, Supplier<Negative> shown) {
		return new JdbcClosedProofs(this.database.jdbc(), this.onboardings,
				port(MailboxProof.class,
						(method) -> method.equals("negative") ? shown.get()
								: new Standing(passed.getAsInt(), 0, 0, Set.of(), null)),
				this.database.transactionManager(), this.clock);
	}

	private void revokeOthers() {
		this.onboardings.choose(this.id, Choices.NONE.withRevokeOthers(true));
	}

	private Finish finish() {
		return new Finish(this.connections, this.credentials, TestAudit.trail(this.database, this.clock),
				new StoredSecrets(this.credentials, this.onboardings, this.database.transactionManager()),
				TestTroubles.on(this.database, this.clock), this.database.transactionManager());
	}

	private long paste() {
		return within(() -> this.credentials
			.store(new Credential.ClientSecret(Secret.of("value")),
					new IssuedCredential(this.connection.id(), this.tenant, new ClientId(UUID.randomUUID()),
							UUID.randomUUID(), "", this.clock.instant().plus(Duration.ofDays(180))))
			.sequence());
	}

	private void ask(Plan plan) {
		within(() -> {
			Onboarding active = this.onboardings.lockActive(this.tenant).orElseThrow();
			this.onboardings.save(active.planned(plan), this.clock.instant());
			return null;
		});
	}

	private void wish(MailPermission protocol) {
		within(() -> {
			this.onboardings.wish(this.id, ARCHIVE, protocol);
			return null;
		});
	}

	private Run begin() {
		return within(() -> {
			Instant now = this.clock.instant();
			Duration length = Duration.ofMinutes(1);
			long epoch = Objects.requireNonNull(this.onboardings.takeLease(this.id, now, now.plus(length)));
			return new Run(this.onboardings.find(this.id).orElseThrow(),
					new HeldLease(this.onboardings, this.id, epoch, length, this.clock),
					this.onboardings.version(this.id), new Run.SignedIn(true, true), this.onboardings.choices(this.id),
					this.connections.get(this.connection.id()));
		});
	}

	private <T> T within(Supplier<@Nullable T> work) {
		return this.database.transactions().execute((status) -> work.get());
	}

	private static <T> T port(Class<T> type, Function<String, @Nullable Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answers.apply(method.getName())));
	}

}
