package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

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
import com.highstage.portal.onboarding.Standings;
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

	ProjectionTests(Database database) {
		this.database = database;
		this.rows = new JdbcDeskRows(database.jdbc(), this.clock) {
			@Override
			public java.util.Optional<DeskRow> lock(CustomerId customer) {
				ProjectionTests.this.written++;
				return super.lock(customer);
			}
		};
		this.customers = new TestCustomers(database, this.clock, this::moved).customers();
		this.connections = TestRegistration.connections(database, this.clock);
		Standings standings = (tenant) -> new Standings.Standing(null, List.of());
		FactsOf facts = new FactsOf(this.connections, TestCredentials.on(database, this.clock), standings,
				new MailsOnPaper(), this.clock);
		this.projection = new Projection(this.customers, facts, this.rows, properties());
		this.movements = new Movements(this.projection, this.customers, database.transactionManager());
	}

	private static OnboardingProperties properties() {
		Duration any = Duration.ofMinutes(1);
		return new OnboardingProperties(Uninvited.CONFIRM, any, any, any, any, any);
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
		Passing passing = new Passing(this.rows, this.projection, this.clock, this.database.transactionManager());
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
