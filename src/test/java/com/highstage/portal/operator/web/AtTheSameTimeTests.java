package com.highstage.portal.operator.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Operator;
import com.highstage.portal.database.Meanwhile;
import com.highstage.portal.invitation.SendResult;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.operator.action.Consents;
import com.highstage.portal.operator.action.Presses;
import com.highstage.portal.operator.action.Reminders;
import com.highstage.portal.operator.action.Reminders.Answer;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two operators who do something for the same customer at the same time.
 */
@JourneyTest
class AtTheSameTimeTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private Reminders reminders;

	@Autowired
	private Consents consents;

	@Autowired
	private Presses presses;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Traveller traveller;

	private OperatorAtWork work;

	private Operator operator;

	private CustomerId id;

	@BeforeEach
	void invite() {
		this.work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers, this.traveller);
		this.operator = new Operator(this.traveller.latest("operator@highstage.example"));
		this.id = this.work.invite();
	}

	@Test
	void theCustomerIsRemindedOnce() throws InterruptedException {
		assertThat(this.work.mails("Please connect")).hasSize(1);
		this.jdbc.sql("update outgoing_mail set queued_at = queued_at - interval '2' day").update();
		Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
		Meanwhile.of(this.transaction, () -> answers.merge(remind(), 1, Integer::sum),
				() -> answers.merge(this.presses.once(UUID.randomUUID(), this::remind).orElseThrow(), 1, Integer::sum));
		assertThat(answers).containsOnly(Map.entry(Answer.SENT, 1), Map.entry(Answer.TOO_SOON, 1));
		assertThat(this.work.mails("Please connect")).hasSize(2);
	}

	@Test
	void whatOneAsksForTheOtherTakesBack() throws InterruptedException {
		Customer customer = begun();
		Meanwhile.of(this.transaction, () -> assertThat(ask(customer)).isPresent(),
				() -> this.presses.once(UUID.randomUUID(), () -> this.customers.revoke(this.operator, this.id)));
		assertThat(usable()).isZero();
	}

	@Test
	void whomOneGivesUpTheOtherAsksForNothing() throws InterruptedException {
		Customer customer = begun();
		Meanwhile.of(this.transaction, () -> this.customers.cancel(this.operator, this.id),
				() -> assertThat(this.presses.once(UUID.randomUUID(), () -> ask(customer))).contains(Optional.empty()));
		assertThat(usable()).isZero();
	}

	private Answer remind() {
		return this.reminders.remind(this.operator, this.id, false).orElseThrow();
	}

	private Customer begun() {
		this.work.begun(this.id);
		return this.customers.find(this.id).orElseThrow();
	}

	private Optional<SendResult> ask(Customer customer) {
		return this.consents.ask(this.operator, customer, new Consents.Wish(Step.ALLOW, null, Language.ENGLISH, ""));
	}

	private int usable() {
		return this.jdbc.sql("select count(*) from link where revoked_at is null").query(Integer.class).single();
	}

}
