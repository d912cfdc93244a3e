package com.highstage.portal.operator.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.operator.action.Offboarding;
import com.highstage.portal.operator.action.Presses;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection is ended in the very instant in which somebody begins a journey with it,
 * or says that it is another customer's.
 */
@JourneyTest
class EndedMeanwhileTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private Journey journey;

	@Autowired
	private Removals removals;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Presses presses;

	@Autowired
	private Offboarding offboarding;

	private Ending ending;

	private CustomerId id;

	private Person admin;

	@BeforeEach
	void connect() {
		OperatorAtWork work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers,
				this.traveller);
		this.ending = new Ending(work, this.microsoft365, this.jdbc, this.journey, this.removals, this.traveller);
		this.id = this.ending.connected();
		this.admin = this.traveller.signIn(OperatorAtWork.ADMIN);
	}

	@Test
	void whatBeginsWhileAColleagueEndsTheConnectionIsGivenUp() throws InterruptedException {
		Meanwhile.of(this.transaction, this::begin, () -> assertThat(this.removals.start(this.admin, "Fabrikam"))
			.isInstanceOf(Removals.Answer.Accepted.class));
		nothingGoesOn();
	}

	@Test
	void whoBeginsTooLateIsLedToTheRemoval() throws InterruptedException {
		Surfer surfer = new Surfer(this.portal.url());
		this.traveller.signIn(surfer, OperatorAtWork.ADMIN);
		surfer.open("/onboarding/renewal");
		Meanwhile.of(this.transaction, () -> this.removals.start(this.admin, "Fabrikam"),
				() -> surfer.submit("/onboarding/renewal", Map.of()));
		assertThat(surfer.path()).as(surfer.body()).isEqualTo("/onboarding/removal");
		nothingGoesOn();
	}

	@Test
	void whatIsSaidNotToBeTheCustomersIsNotEndedForThem() throws InterruptedException {
		this.jdbc.sql("update customer set matched = false").update();
		Operator operator = new Operator(this.traveller.latest("operator@highstage.example"));
		Customer customer = this.customers.find(this.id).orElseThrow();
		Meanwhile.of(this.transaction, () -> assertThat(this.customers.release(operator, this.id)).isTrue(),
				() -> assertThat(
						this.presses.once(UUID.randomUUID(), () -> this.offboarding.end(operator, customer, "")))
					.contains(Optional.empty()));
		assertThat(this.ending.row()).containsEntry("status", "working");
		assertThat(this.ending.work().mails("has ended")).isEmpty();
	}

	private void begin() {
		assertThat(this.journey.take(this.admin, Step.SECRET, WayOut.NEW_SECRET))
			.isInstanceOf(Journey.Answer.Accepted.class);
	}

	private void nothingGoesOn() {
		assertThat(this.jdbc.sql("select count(*) from onboarding where active_tenant_id is not null")
			.query(Integer.class)
			.single()).as("journeys").isZero();
		this.ending.nothingIsStored();
	}

}
