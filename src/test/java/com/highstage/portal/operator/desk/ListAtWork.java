package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Operator;
import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.credential.TestCredentials;
import com.highstage.portal.database.Database;
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
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.TestRegistration;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list beside real customers and connections of a test's database.
 */
abstract class ListAtWork {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));

	final TenantId fabrikam = new TenantId(UUID.randomUUID());

	final Operator operator = TestCustomers.operator();

	final Database database;

	final Customers customers;

	final Connections connections;

	final DeskRows rows;

	final Projection projection;

	final Movements movements;

	int written;

	@Nullable CustomerId broken;

	@Nullable Instant waitsUntil;

	ListAtWork(Database database) {
		this.database = database;
		this.rows = new JdbcDeskRows(database.jdbc(), this.clock) {
			@Override
			public java.util.Optional<DeskRow> lock(CustomerId customer) {
				ListAtWork.this.written++;
				if (customer.equals(ListAtWork.this.broken)) {
					ListAtWork.this.broken = null;
					database.jdbc().sql("select 1 / 0").query(Integer.class).single();
				}
				return super.lock(customer);
			}
		};
		this.customers = new TestCustomers(database, this.clock, this::moved).customers();
		this.connections = TestRegistration.connections(database, this.clock);
		Standings standings = (tenant) -> new Standings.Standing(null, steps(), this.waitsUntil);
		FactsOf facts = new FactsOf(
				new FactsOf.Sources(this.connections, TestCredentials.on(database, this.clock), new NoTroubles()),
				standings, (connection) -> java.util.Optional.empty(), new MailsOnPaper(), this.clock);
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

	Passing passing() {
		return new Passing(this.rows, this.projection, this.clock, this.database.transactionManager());
	}

	/** The common pool has but one thread on two processors. */
	static void run(Runnable task) {
		Thread.ofPlatform().start(task);
	}

	static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Customer invite(String reference) {
		return within(() -> this.customers.invite(this.operator, TestCustomers.invitation(reference, null)).customer());
	}

	Customer arrive() {
		return within(() -> this.customers.arrived(TestCustomers.person(this.fabrikam, "Anna", "Fabrikam")));
	}

	<T> T within(Supplier<T> change) {
		return this.database.transactions().execute((status) -> change.get());
	}

	DeskRow row(CustomerId id) {
		return this.rows.find(id).orElseThrow();
	}

}
