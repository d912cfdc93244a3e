package com.highstage.portal.operator.web;

import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.PasteAnswer;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.HandMadeApplication;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator ends what is under way, was never finished, or was made by hand.
 */
@JourneyTest
class UnfinishedOffboardingTests {

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
	private Traveller traveller;

	private Ending ending;

	@BeforeEach
	void reset() {
		OperatorAtWork work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers,
				this.traveller);
		this.ending = new Ending(work, this.microsoft365, this.jdbc, this.journey, this.removals, this.traveller);
	}

	@Test
	void aSecretThatMicrosoftMadeMeanwhileIsNotStored() {
		CustomerId id = this.ending.work().invite();
		Person admin = this.ending.work().begun(id);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		String press = this.ending.look(id);
		this.microsoft365.settings(Map.of("latencyMillis", 1500));
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		Awaitility.await().until(this::isASecretAskedFor);
		this.microsoft365.settings(Map.of("latencyMillis", 600_000));
		this.ending.end(id, press, "Fabrikam A/S");
		assertThat(secrets()).as("ended before Microsoft makes it").isZero();
		this.microsoft365.settings(Map.of("latencyMillis", 0));
		Awaitility.await().until(() -> secrets() == 1);
		assertThat(this.jdbc.sql("select count(*) from credential where sealed_credential <> ''")
			.query(Integer.class)
			.single()).isZero();
		Person back = this.traveller.signIn(OperatorAtWork.ADMIN);
		this.ending.awaitWaiting(back);
		this.removals.goOn(back);
		this.ending.awaitOver(back);
		this.ending.nothingIsLeft();
		assertThat(this.jdbc.sql("select count(*) from credential").query(Integer.class).single()).isZero();
	}

	private int secrets() {
		return this.ending.applications().getFirst().path("passwordCredentials").size();
	}

	private boolean isASecretAskedFor() {
		return this.jdbc.sql("select count(*) from step_attempt where call = 'ADD_PASSWORD' and state = 'INTENT'")
			.query(Integer.class)
			.single() == 1;
	}

	@Test
	void whereNothingWasMadeItIsOverAtOnce() {
		CustomerId id = this.ending.work().invite();
		Person admin = this.ending.work().begun(id, this.traveller.signIn(OperatorAtWork.ADMIN));
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> !overview.report(Step.ALLOW).state().isDone());
		this.ending.end(id);
		assertThat(this.jdbc.sql("select count(*) from removal").query(Integer.class).single()).isZero();
		assertThat(
				this.jdbc.sql("select count(*) from onboarding where status = 'ACTIVE'").query(Integer.class).single())
			.isZero();
		assertThat(this.ending.work().await("has ended").text()).contains("Nothing was made");
		Person back = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		this.journey.request(back, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(back).finished()).isTrue();
	}

	@Test
	void anUnfinishedOneThatNobodyMatchedWaitsForItsRemoval() {
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		CustomerId id = this.customers.of(admin.tenant()).orElseThrow().id();
		this.ending.end(id, UUID.randomUUID().toString(), admin.organisationName());
		assertThat(this.ending.work().surfer.body()).contains("the portal knows no address of theirs");
		Removal.Standing waits = this.ending.awaitWaiting(admin);
		assertThat(waits.left()).containsExactly(Part.PERMISSIONS, Part.APPLICATION);
		this.removals.goOn(this.traveller.signIn(OperatorAtWork.ADMIN));
		this.ending.awaitOver(admin);
		assertThat(this.ending.applications()).isEmpty();
	}

	@Test
	void whatWasMadeByHandIsRemovedByHand() {
		CustomerId id = this.ending.work().invite();
		Person admin = this.ending.work().begun(id, this.traveller.signIn(OperatorAtWork.ADMIN));
		HandMadeApplication made = HandMadeApplication.make(Browser.ofAnotherApplication(this.microsoft365),
				OperatorAtWork.ADMIN);
		assertThat(this.journey.paste(admin, made.pasted(admin, made.clientId(), made.secret())))
			.isInstanceOf(PasteAnswer.Taken.class);
		this.traveller.await(admin, (now) -> now.report(Step.CONSENT).state().isDone());
		this.ending.end(id);
		Surfer surfer = new Surfer(this.portal.url());
		Person back = this.traveller.signIn(surfer, OperatorAtWork.ADMIN);
		this.ending.awaitWaiting(back);
		int before = this.microsoft365.journal().size();
		surfer.open("/onboarding/removal");
		assertThat(surfer.body()).contains(made.clientId(), "Certificates &amp; secrets", "/consent/callback",
				"I have removed it by hand", "pasted here is not the portal");
		Desktop.everyLanguage(surfer);
		surfer.submit("/onboarding/removal/by-hand", Map.of());
		this.ending.awaitOver(back);
		assertThat(surfer.open("/onboarding/removal").body()).contains("Done by hand, as a person said");
		assertThat(this.microsoft365.journal().stream().skip(before)).noneMatch(Journal.Entry::effect);
		assertThat(this.jdbc.sql("select count(*) from credential where sealed_credential <> ''")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void linksEndAndSignInsThatCameFromThemToo() {
		CustomerId id = this.ending.work().invite();
		Person admin = this.ending.work().begun(id);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		this.journey.linkForColleague(admin, Step.CONSENT);
		Surfer surfer = new Surfer(this.portal.url());
		this.customers.signedIn(link(id), this.traveller.signIn(surfer, OperatorAtWork.ADMIN));
		assertThat(surfer.open("/onboarding").trail()).noneMatch((address) -> address.getPath().endsWith("/authorize"));
		assertThat(usableLinks()).isEqualTo(1);
		this.ending.end(id);
		assertThat(usableLinks()).isZero();
		assertThat(surfer.open("/onboarding").trail()).as("has to sign in anew")
			.anyMatch((address) -> address.getPath().endsWith("/authorize"));
	}

	private int usableLinks() {
		return this.jdbc.sql("select count(*) from link where revoked_at is null and used_at is null")
			.query(Integer.class)
			.single();
	}

	private UUID link(CustomerId id) {
		return this.jdbc.sql("select link_id from customer_link where customer_id = :id")
			.param("id", id.value())
			.query(UUID.class)
			.single();
	}

}
