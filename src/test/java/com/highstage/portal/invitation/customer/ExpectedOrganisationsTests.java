package com.highstage.portal.invitation.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.invitation.customer.ExpectedOrganisations.Answer;
import com.highstage.portal.microsoft.Domains.Owner;
import com.highstage.portal.simulator.SteppingClock;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ExpectedOrganisationsTests {

	private final TenantId fabrikam = new TenantId(UUID.randomUUID());

	private final List<String> asked = new ArrayList<>();

	private final Customers customers;

	private final Database database;

	private Owner owner = new Owner.Organisation(this.fabrikam);

	ExpectedOrganisationsTests(Database database) {
		this.database = database;
		this.customers = new TestCustomers(database, new SteppingClock()).customers();
	}

	@Test
	void theOrganisationIsKnownByItsDomain() {
		assertThat(find(" Fabrikam.EXAMPLE "))
			.isEqualTo(new Answer.Found(new ExpectedOrganisation("fabrikam.example", this.fabrikam), Optional.empty()));
	}

	@Test
	void whoIsACustomerAlreadyIsTold() {
		Customer customer = this.database.transactions()
			.execute((status) -> this.customers.arrived(TestCustomers.person(this.fabrikam, "Adele", "Fabrikam")));
		assertThat(find("fabrikam.example")).isEqualTo(
				new Answer.Found(new ExpectedOrganisation("fabrikam.example", this.fabrikam), Optional.of(customer)));
	}

	@Test
	void whatIsNoDomainIsNotAskedFor() {
		assertThat(find("Fabrikam A/S")).isEqualTo(new Answer.NoSuch());
		assertThat(find("../organizations")).isEqualTo(new Answer.NoSuch());
		assertThat(find("")).isEqualTo(new Answer.NoSuch());
		assertThat(this.asked).isEmpty();
		find("m\u00fcller.example");
		assertThat(this.asked).containsExactly("xn--mller-kva.example");
	}

	@Test
	void nobodysDomainAndNoAnswerAreNotTheSame() {
		this.owner = new Owner.Nobody();
		assertThat(find("fabrikam.example")).isEqualTo(new Answer.NoSuch());
		this.owner = new Owner.Unknown();
		assertThat(find("fabrikam.example")).isEqualTo(new Answer.CouldNotAsk());
	}

	private Answer find(String domain) {
		return new DiscoveredOrganisations((typed) -> {
			this.asked.add(typed);
			return this.owner;
		}, this.customers).find(domain);
	}

}
