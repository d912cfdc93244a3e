package com.highstage.portal.operator.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.credential.MovableClock;
import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.action.Candidate;
import com.highstage.portal.operator.action.Candidates;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class JdbcCandidatesTests {

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));

	private final Database database;

	private final Customers customers;

	private final TestDesk desk;

	private final Candidates candidates;

	JdbcCandidatesTests(Database database) {
		this.database = database;
		this.customers = new TestCustomers(database, this.clock).customers();
		this.desk = new TestDesk(database, this.clock);
		this.candidates = TestDesk.candidates(database);
	}

	@Test
	void withoutWordsItIsTheNewestOfThoseWhoMayBeMeant() {
		CustomerId first = invite("Fabrikam A/S");
		CustomerId second = invite("Contoso");
		CustomerId cancelled = invite("Given up");
		within(() -> this.customers.cancel(TestCustomers.operator(), cancelled));
		TenantId known = new TenantId(UUID.randomUUID());
		within(() -> this.customers.arrived(TestCustomers.person(known, "Anna", "Came by themselves")));
		assertThat(found("")).containsExactly(second, first);
	}

	@Test
	void wordsAreFoundAsInTheList() {
		CustomerId aeroe = invite("Ærø Rederi A/S");
		CustomerId contoso = invite("Contoso");
		assertThat(found("aero")).containsExactly(aeroe);
		assertThat(found("REDERI ærø")).containsExactly(aeroe);
		assertThat(found("cont")).containsExactly(contoso);
		assertThat(found("ontoso")).isEmpty();
		assertThat(found("aero cont")).isEmpty();
	}

	@Test
	void wordsThatAreFrequentFindTheNewest() {
		for (int i = 0; i < 1001; i++) {
			this.desk.add("Nordic " + i, CustomerState.WORKS, this.clock.instant());
		}
		CustomerId first = invite("Nordic Shipping");
		CustomerId second = invite("Nordic Foods");
		assertThat(found("nordic")).containsExactly(second, first);
		assertThat(found("nordic foods")).containsExactly(second);
	}

	private List<CustomerId> found(String text) {
		return this.candidates.search(text).stream().map(Candidate::id).toList();
	}

	private CustomerId invite(String name) {
		this.clock.move(Duration.ofMinutes(1));
		CustomerId id = this.database.transactions()
			.execute((status) -> this.customers
				.invite(TestCustomers.operator(), TestCustomers.invitation("K-" + UUID.randomUUID(), null))
				.customer()
				.id());
		this.desk.save(this.desk.row(id, name, CustomerState.SENT, this.clock.instant()));
		return id;
	}

	private void within(Runnable change) {
		this.database.transactions().executeWithoutResult((status) -> change.run());
	}

}
