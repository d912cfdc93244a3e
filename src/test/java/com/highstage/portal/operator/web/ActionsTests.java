package com.highstage.portal.operator.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.vault.TokenHash;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ActionsTests {

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
	private Traveller traveller;

	private OperatorAtWork work;

	@BeforeEach
	void reset() {
		this.work = new OperatorAtWork(this.portal, this.microsoft365, this.jdbc, this.customers, this.traveller);
	}

	@Test
	void theInvitationGoesOutAgainAndOnceMoreForASecondPress() {
		CustomerId id = this.work.invite();
		String press = this.work.open(id);
		this.work.act(id, "resend", press, Map.of());
		assertThat(this.work.surfer.path()).isEqualTo("/operator/customers/" + id);
		assertThat(this.work.surfer.body()).contains("The invitation is on its way again");
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
		this.work.act(id, "resend", press, Map.of());
		assertThat(this.work.surfer.body()).contains("That was done already");
		assertThat(this.work.mails("Please connect")).hasSize(2);
		assertThat(this.work.links(id)).isEqualTo(2);
	}

	@Test
	void anotherLinkIsShownOnceAndTheFormerCannotBeUsed() {
		CustomerId id = this.work.invite();
		String former = OperatorAtWork.link(this.work.mails("Please connect").getFirst());
		this.work.act(id, "replace", this.work.open(id), Map.of());
		assertThat(this.work.surfer.body()).contains("Send this link yourself", "data-copy=\"mail-link\"");
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
		String link = this.work.surfer.body().replaceAll("(?s).*value=\"(http[^\"]*/link/[^\"]*)\".*", "$1");
		assertThat(new Surfer(this.portal.url()).open(link).status()).isEqualTo(200);
		assertThat(this.customers.open(TokenHash.of(OperatorAtWork.token(former)))).isEmpty();
		assertThat(this.customers.open(TokenHash.of(OperatorAtWork.token(link)))).isPresent();
		assertThat(this.work.surfer.open("/operator/customers/" + id).body())
			.doesNotContain(OperatorAtWork.token(link));
	}

	@Test
	void whoGoesBackAfterOneButtonCanPressAnother() {
		CustomerId id = this.work.invite();
		String press = this.work.open(id);
		this.work.act(id, "replace", press, Map.of());
		this.work.act(id, "revoke", press, Map.of());
		assertThat(this.work.surfer.body()).contains("The links were taken back");
	}

	@Test
	void whatIsTakenBackEndsAndIsSaidBefore() {
		CustomerId id = this.work.invite();
		String press = this.work.open(id);
		assertThat(this.work.surfer.body()).contains("whoever signed in with one is signed out");
		this.work.act(id, "revoke", press, Map.of());
		assertThat(this.work.surfer.body()).contains("The links were taken back");
		this.work.act(id, "revoke", this.work.open(id), Map.of());
		assertThat(this.work.surfer.body()).contains("There was nothing to do");
	}

	@Test
	void givingUpIsTakenBackByInvitingAgain() {
		CustomerId id = this.work.invite();
		this.work.act(id, "cancel", this.work.open(id), Map.of());
		assertThat(this.work.surfer.body()).contains("The customer was given up",
				"Invite them again to take that back");
		assertThat(this.customers.find(id).orElseThrow().cancelledAt()).isNotNull();
		this.work.act(id, "resend", UUID.randomUUID().toString(), Map.of());
		assertThat(this.work.surfer.body()).contains("There was nothing to do");
	}

	@Test
	void aNoteIsKeptAndALongOneIsNotLost() {
		CustomerId id = this.work.invite();
		this.work.act(id, "note", this.work.open(id), Map.of("text", "Call <b>Anna</b>\u202E"));
		assertThat(this.work.surfer.body()).contains("The note is kept", "Call &lt;b&gt;Anna&lt;/b&gt;");
		this.work.act(id, "note", this.work.open(id), Map.of("text", "Long " + "x".repeat(2000)));
		assertThat(this.work.surfer.body()).contains("Please write something, of at most", "Long xxx");
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
		assertThat(this.customers.notes(id)).hasSize(1);
	}

	@Test
	void nobodyIsRemindedTwiceADayUnlessTheOperatorInsists() {
		CustomerId id = this.work.invite();
		this.work.act(id, "remind", this.work.open(id), Map.of());
		assertThat(this.work.surfer.body()).contains("They were written to within the last day, so nothing was sent");
		this.work.act(id, "remind", this.work.open(id), Map.of("anyway", "true"));
		assertThat(this.work.surfer.body()).contains("The reminder is on its way");
		assertThat(this.work.mails("Please connect")).as("before anybody has begun it is the invitation").hasSize(2);
	}

	@Test
	void whoHasBegunIsToldAtWhichStepItStands() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		this.journey.request(admin, Step.REGISTER, (plan) -> plan);
		this.traveller.await(admin, (overview) -> overview.report(Step.REGISTER).state().isDone());
		this.work.act(id, "remind", this.work.open(id), Map.of("anyway", "true"));
		assertThat(this.work.surfer.body()).contains("The reminder is on its way");
		ReceivedMail mail = this.work.await("waits for you");
		assertThat(mail.text()).contains("no valid secret", "Ole Nielsen",
				"/sign-in?organisation=" + admin.tenant() + "&then=/onboarding");
	}

	@Test
	void whoCameByThemselvesBecomesTheInvitedCustomer() {
		CustomerId invited = this.work.invite();
		Person admin = this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN);
		CustomerId came = this.customers.arrived(admin).id();
		assertThat(this.work.open(came)).isNotEmpty();
		assertThat(this.work.surfer.body()).contains("Which customer is this?");
		this.work.surfer.open("/operator/customers/" + came + "/match?q=fabri");
		assertThat(this.work.surfer.body()).contains("Fabrikam A/S", this.work.address);
		Desktop.everyLanguage(this.work.surfer);
		this.work.act(came, "match", Desktop.press(this.work.surfer),
				Map.of("same", invited.toString(), "name", "", "reference", ""));
		assertThat(this.work.surfer.path()).isEqualTo("/operator/customers/" + invited);
		assertThat(this.work.surfer.body()).contains("It is now certain which customer");
		Customer stays = this.customers.of(admin.tenant()).orElseThrow();
		assertThat(stays.id()).isEqualTo(invited);
		assertThat(stays.matched()).isTrue();
		assertThat(this.work.surfer.open("/operator/customers/" + came).status()).isEqualTo(404);
	}

	@Test
	void anInvitedCustomerIsReleasedFromTheOrganisationThatWasNotTheirs() {
		CustomerId invited = this.work.invite();
		Person other = this.work.begun(invited);
		String press = this.work.open(invited);
		assertThat(this.work.surfer.body()).contains("This is not them", "Yes, it is another organisation");
		Desktop.everyLanguage(this.work.surfer);
		this.work.act(invited, "release", press, Map.of());
		assertThat(this.work.surfer.path()).isEqualTo("/operator/customers/" + invited);
		assertThat(this.work.surfer.body()).contains("waits for their own organisation again")
			.doesNotContain("Yes, it is another organisation");
		assertThat(Html.errors(this.work.surfer.body())).isEmpty();
		Customer apart = this.customers.of(other.tenant()).orElseThrow();
		assertThat(apart.id()).isNotEqualTo(invited);
		this.work.open(apart.id());
		assertThat(this.work.surfer.body()).contains(other.organisationName(), "Which customer is this?")
			.doesNotContain("This is not them");
	}

	@Test
	void whoCameByThemselvesCanBeNamed() {
		CustomerId came = this.customers.arrived(this.traveller.signIn(OperatorAtWork.ADMIN, OperatorAtWork.ADMIN))
			.id();
		this.work.surfer.open("/operator/customers/" + came + "/match");
		this.work.act(came, "match", Desktop.press(this.work.surfer),
				Map.of("same", "", "name", " ", "reference", "K-9"));
		assertThat(this.work.surfer.body()).contains("id=\"name-error\"", "K-9");
		this.work.act(came, "match", Desktop.press(this.work.surfer),
				Map.of("same", "", "name", "Fabrikam Nord", "reference", "K-9"));
		Customer named = this.customers.find(came).orElseThrow();
		assertThat(named.name().value()).isEqualTo("Fabrikam Nord");
		assertThat(named.reference()).isEqualTo("K-9");
		assertThat(named.matched()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "resend", "replace", "revoke", "remind", "note", "match", "cancel", "release",
			"consent/allow", "consent/consent" })
	void aCustomerWhoIsNotThereIsNotFound(String action) {
		this.work.surfer.open("/operator/invite");
		this.work.act(new CustomerId(UUID.randomUUID()), action, UUID.randomUUID().toString(),
				Map.of("text", "x", "name", "x"));
		assertThat(this.work.surfer.status()).isEqualTo(404);
	}

	@Test
	void aViewerSeesNoButtonsAndCannotPressThem() {
		CustomerId id = this.work.invite();
		Surfer viewer = new Surfer(this.portal.url()).signIn("viewer@highstage.example");
		viewer.open("/operator/customers/" + id);
		assertThat(viewer.status()).isEqualTo(200);
		assertThat(viewer.body()).doesNotContain("name=\"press\"");
		for (String action : List.of("resend", "replace", "revoke", "remind", "note", "match", "cancel", "release",
				"consent/allow")) {
			viewer.open("/operator/customers/" + id);
			viewer.submit("/operator/customers/" + id + "/" + action, Map.of("press", UUID.randomUUID().toString()));
			assertThat(viewer.status()).as(action).isEqualTo(404);
		}
		assertThat(this.work.links(id)).isEqualTo(1);
	}

}
