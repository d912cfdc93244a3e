package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Operator;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.CustomerMoved;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.invitation.mail.MailsOnPaper;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.OnboardingProperties.Uninvited;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ProjectionTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final Operator operator = TestCustomers.operator();

	private final Database database;

	private final Customers customers;

	private final Connections connections;

	private final DeskRows rows;

	private final Projection projection;

	private final Movements movements;

	private int written;

	private @Nullable CustomerId broken;

	private @Nullable Instant waitsUntil;

	ProjectionTests(Database database) {
		this.database = database;
		this.rows = new JdbcDeskRows(database.jdbc(), this.clock) {
			@Override
			public java.util.Optional<DeskRow> lock(CustomerId customer) {
				ProjectionTests.this.written++;
				if (customer.equals(ProjectionTests.this.broken)) {
					ProjectionTests.this.broken = null;
					database.jdbc().sql("select 1 / 0").query(Integer.class).single();
				}
				return super.lock(customer);
			}
		};
		this.customers = new TestCustomers(database, this.clock, this::moved).customers();
		this.connections = TestRegistration.connections(database, this.clock);
		Standings standings = (tenant) -> new Standings.Standing(null, steps(), this.waitsUntil);
		FactsOf facts = new FactsOf(this.connections, TestCredentials.on(database, this.clock), standings,
				new MailsOnPaper(), this.clock);
		this.projection = new Projection(this.customers, facts, this.rows, properties());
		this.movements = new Movements(this.projection, this.customers, database.transactionManager());
	}

	private static OnboardingProperties properties() {
		Duration any = Duration.ofMinutes(1);
		return new OnboardingProperties(Uninvited.CONFIRM, any, any, any, any, any);
	}

	private List<Report> steps() {
		boolean waits = this.waitsUntil != null && this.clock.instant().isBefore(this.waitsUntil);
		return waits
				? List.of(new Report(Step.ALLOW,
						new StepState.WaitingForColleague(Instant.parse("2026-11-26T10:00:00Z"), Ability.ALLOW), null))
				: List.of();
	}

	private void moved(Object event) {
		if (event instanceof CustomerMoved customer) {
			this.movements.customer(customer);
		}
	}

	@Test
	void whoIsInvitedIsInTheListInTheSameTransaction() {
		Customer invited = invite("K-17");
		DeskRow row = row(invited.id());
		assertThat(row.name()).isEqualTo("Fabrikam A/S");
		assertThat(row.reference()).isEqualTo("K-17");
		assertThat(row.address()).isEqualTo("it@fabrikam.example");
		assertThat(row.standing().state()).isEqualTo(CustomerState.INVITED);
		assertThat(row.linkEnds()).isEqualTo(this.clock.instant().plus(Duration.ofDays(30)));
		assertThat(row.unmatched()).isFalse();
	}

	@Test
	void whatIsRolledBackIsNotInTheList() {
		this.database.transactions().executeWithoutResult((status) -> {
			invite("K-17");
			status.setRollbackOnly();
		});
		assertThat(this.database.jdbc().sql("select count(*) from desk_row").query(Long.class).single()).isZero();
	}

	@Test
	void manyEventsOfATransactionWriteTheRowOnce() {
		Customer invited = invite("K-17");
		this.written = 0;
		this.database.transactions().executeWithoutResult((status) -> {
			this.movements.customer(new CustomerMoved(invited.id()));
			this.movements.customer(new CustomerMoved(invited.id()));
			this.customers.note(this.operator, invited.id(), "called them");
		});
		assertThat(this.written).isEqualTo(1);
	}

	@Test
	void anEventWithoutATransactionCountsAtOnce() {
		Customer invited = invite("K-17");
		this.written = 0;
		this.movements.customer(new CustomerMoved(invited.id()));
		assertThat(this.written).isEqualTo(1);
	}

	@Test
	void whoComesByThemselvesHasToBeMatchedAndIsThenOneWithTheInvited() {
		Customer came = arrive();
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.SIGNED_IN);
		assertThat(row(came.id()).unmatched()).isTrue();
		Customer invited = invite("K-17");
		Customer stays = within(
				() -> this.customers.match(this.operator, came.id(), invited.id(), new PlainName("Fabrikam"), "K-17")
					.orElseThrow());
		assertThat(row(stays.id()).unmatched()).isFalse();
		assertThat(row(stays.id()).tenant()).isEqualTo(this.fabrikam);
		assertThat(this.rows.find(came.id().equals(stays.id()) ? invited.id() : came.id())).isEmpty();
	}

	@Test
	void whatMovesInAnOrganisationMovesItsCustomer() {
		Customer came = arrive();
		Connection connection = this.database.transactions().execute((status) -> {
			Connection made = this.connections.findOrCreate(this.fabrikam, new PlainName("Fabrikam"), Cloud.GLOBAL,
					true);
			this.connections.passed(made.id(), new Connection.PassedCheck(1, this.clock.instant(), java.util.Set.of()));
			this.movements.organisation(new OrganisationMoved(this.fabrikam));
			return made;
		});
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.WORKS);
		assertThat(row(came.id()).connection()).isEqualTo(connection.id());
		this.database.transactions().executeWithoutResult((status) -> {
			this.connections.end(connection.id());
			this.movements.organisation(new OrganisationMoved(this.fabrikam));
		});
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.ENDED);
	}

	@Test
	void anOrganisationThatIsNoCustomerChangesNothing() {
		this.movements.organisation(new OrganisationMoved(this.fabrikam));
		assertThat(this.written).isZero();
	}

	@Test
	void aLinkThatEndsMovesItsCustomerByItself() {
		Customer invited = invite("K-17");
		Passing passing = passing();
		this.clock.move(Duration.ofDays(29));
		passing.run();
		assertThat(row(invited.id()).standing().state()).isEqualTo(CustomerState.INVITED);
		this.clock.move(Duration.ofDays(2));
		passing.run();
		assertThat(row(invited.id()).standing().state()).isEqualTo(CustomerState.EXPIRED);
		assertThat(row(invited.id()).standing().since())
			.isEqualTo(Instant.parse("2026-11-26T10:00:00Z").plus(Duration.ofDays(30)));
		assertThat(row(invited.id()).linkEnds()).isNull();
		assertThat(this.rows.due(this.clock.instant(), 10)).isEmpty();
	}

	@Test
	void aColleaguesLinkThatEndsMovesTheRowByItself() {
		this.waitsUntil = this.clock.instant().plus(Duration.ofDays(7));
		Customer came = arrive();
		this.clock.move(Duration.ofMinutes(1));
		passing().run();
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.WAITS_COLLEAGUE);
		this.clock.move(Duration.ofDays(7));
		passing().run();
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.SIGNED_IN);
	}

	@Test
	void whereNothingIsNewTheRowStaysAsItWas() {
		Customer invited = invite("K-17");
		Instant before = row(invited.id()).changedAt();
		this.clock.move(Duration.ofHours(1));
		this.movements.customer(new CustomerMoved(invited.id()));
		assertThat(row(invited.id()).changedAt()).isEqualTo(before);
		within(() -> this.customers.revoke(this.operator, invited.id()));
		assertThat(row(invited.id()).changedAt()).isEqualTo(this.clock.instant());
	}

	@Test
	void aRowThatFailsHoldsUpNoOtherAndIsTriedAgain() {
		Customer first = invite("K-17");
		Customer second = invite("K-18");
		this.clock.move(Duration.ofDays(31));
		this.broken = first.id();
		passing().run();
		assertThat(row(first.id()).standing().state()).isEqualTo(CustomerState.INVITED);
		assertThat(row(second.id()).standing().state()).isEqualTo(CustomerState.EXPIRED);
		this.clock.move(Duration.ofMinutes(11));
		passing().run();
		assertThat(row(first.id()).standing().state()).isEqualTo(CustomerState.EXPIRED);
	}

	@Test
	void whatMovedStaysThoughItsRowFailsAndIsMadeUpForSoon() {
		Customer invited = invite("K-17");
		within(() -> {
			this.broken = invited.id();
			return this.customers.revoke(this.operator, invited.id());
		});
		assertThat(row(invited.id()).standing().state()).isEqualTo(CustomerState.INVITED);
		passing().run();
		assertThat(row(invited.id()).standing().state()).isEqualTo(CustomerState.REVOKED);
	}

	/**
	 * Something moves in an organisation while it becomes a customer: neither sees the
	 * other.
	 */
	@Test
	void whoBecomesACustomerIsLookedAtOnceMore() {
		Connection made = this.connections.findOrCreate(this.fabrikam, new PlainName("Fabrikam"), Cloud.GLOBAL, true);
		CompletableFuture<Customer> came = new CompletableFuture<>();
		this.database.transactions().executeWithoutResult((status) -> {
			this.connections.passed(made.id(), new Connection.PassedCheck(1, this.clock.instant(), java.util.Set.of()));
			run(() -> came.complete(arrive()));
			came.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		});
		assertThat(row(came.join().id()).standing().state()).isNotEqualTo(CustomerState.WORKS);
		this.clock.move(Duration.ofMinutes(1));
		passing().run();
		assertThat(row(came.join().id()).standing().state()).isEqualTo(CustomerState.WORKS);
		assertThat(this.rows.due(this.clock.instant(), 10)).isEmpty();
	}

	private Passing passing() {
		return new Passing(this.rows, this.projection, this.clock, this.database.transactionManager());
	}

	/**
	 * Two change different facts of one customer at once: the second sees both.
	 */
	@Test
	void twoTransactionsAtOnceLeaveNoStaleRow() throws Exception {
		Customer came = arrive();
		Connection made = this.database.transactions()
			.execute((status) -> this.connections.findOrCreate(this.fabrikam, new PlainName("Old name"), Cloud.GLOBAL,
					true));
		CountDownLatch locked = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<Void> first = CompletableFuture
			.runAsync(() -> this.database.transactions().executeWithoutResult((status) -> {
				this.connections.passed(made.id(),
						new Connection.PassedCheck(1, this.clock.instant(), java.util.Set.of()));
				this.projection.refresh(came.id());
				locked.countDown();
				await(begun);
			}), ProjectionTests::run);
		await(locked);
		CompletableFuture<Void> second = CompletableFuture
			.runAsync(() -> this.database.transactions().executeWithoutResult((status) -> {
				this.database.jdbc()
					.sql("update customer set customer_reference = 'K-99' where customer_id = :id")
					.param("id", came.id().value())
					.update();
				begun.countDown();
				this.projection.refresh(came.id());
			}), ProjectionTests::run);
		CompletableFuture.allOf(first, second).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(row(came.id()).reference()).isEqualTo("K-99");
		assertThat(row(came.id()).standing().state()).isEqualTo(CustomerState.WORKS);
	}

	/** The common pool has but one thread on two processors. */
	private static void run(Runnable task) {
		Thread.ofPlatform().start(task);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Customer invite(String reference) {
		return within(() -> this.customers.invite(this.operator, TestCustomers.invitation(reference, null)).customer());
	}

	private Customer arrive() {
		return within(() -> this.customers.arrived(TestCustomers.person(this.fabrikam, "Anna", "Fabrikam")));
	}

	private <T> T within(Supplier<T> change) {
		return this.database.transactions().execute((status) -> change.get());
	}

	private DeskRow row(CustomerId id) {
		return this.rows.find(id).orElseThrow();
	}

}
