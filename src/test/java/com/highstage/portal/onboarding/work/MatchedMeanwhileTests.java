package com.highstage.portal.onboarding.work;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator says which customer an organisation is in the very instant in which it
 * begins.
 */
@JourneyTest
class MatchedMeanwhileTests {

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Customers customers;

	@Autowired
	private Journey journey;

	@Autowired
	private Traveller traveller;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private Person admin;

	private Operator operator;

	private CustomerId came;

	@BeforeEach
	void somebodyCameByThemselves() {
		this.traveller.reset();
		this.operator = new Operator(
				this.traveller.signIn(new Surfer(this.portal.url()), "operator@highstage.example"));
		this.admin = this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		this.came = this.customers.arrived(this.admin).id();
	}

	@Test
	void whoBeginsWhileAnOperatorSaysWhoItIsIsKnownToHighstage() throws InterruptedException {
		Meanwhile.of(this.transaction, this::match, this::begin);
		assertThat(reference()).isEqualTo("K-17");
	}

	@Test
	void whoIsNamedWhileTheyBeginIsKnownToHighstage() throws InterruptedException {
		Meanwhile.of(this.transaction, this::begin, this::match);
		assertThat(reference()).isEqualTo("K-17");
	}

	private void match() {
		assertThat(this.customers.match(this.operator, this.came, this.came, new PlainName("Contoso"), "K-17"))
			.isPresent();
	}

	private void begin() {
		this.journey.request(this.admin, Step.CHECK, Addresses.planned("admin@contoso.example"));
	}

	private String reference() {
		this.traveller.awaitEnd(this.admin);
		return this.jdbc.sql("select coalesce(customer_reference, '') from highstage_connection_v1")
			.query(String.class)
			.single();
	}

}
