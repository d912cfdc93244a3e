package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerMoved;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ProjectionTests extends ListAtWork {

	ProjectionTests(Database database) {
		super(database);
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
	void whereNothingIsNewTheRowStaysAsItWas() {
		Customer invited = invite("K-17");
		Instant before = row(invited.id()).changedAt();
		this.clock.move(Duration.ofHours(1));
		this.movements.customer(new CustomerMoved(invited.id()));
		assertThat(row(invited.id()).changedAt()).isEqualTo(before);
		within(() -> this.customers.revoke(this.operator, invited.id()));
		assertThat(row(invited.id()).changedAt()).isEqualTo(this.clock.instant());
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

}
