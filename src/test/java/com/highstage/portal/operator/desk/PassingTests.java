package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class PassingTests extends ListAtWork {

	PassingTests(Database database) {
		super(database);
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

}
