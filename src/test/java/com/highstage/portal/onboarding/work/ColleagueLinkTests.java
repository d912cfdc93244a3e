package com.highstage.portal.onboarding.work;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ColleagueLinkTests {

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Traveller traveller;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void aColleagueAllowsThroughALinkWithoutAnAccount() {
		Person admin = this.traveller.signIn("app-admin@fabrikam.example");
		assertThat(this.overviews.of(admin).report(Step.ALLOW).state()).isInstanceOf(StepState.NotStarted.class);
		Journey.LinkAnswer.Made made = (Journey.LinkAnswer.Made) this.journey.linkForColleague(admin, Step.ALLOW);
		assertThat(this.overviews.of(admin).report(Step.ALLOW).state())
			.isInstanceOf(StepState.WaitingForColleague.class);
		Surfer colleague = new Surfer(this.portal.url()).open(made.link().address().getPath());
		colleague.submit("/link", Map.of()).choose("global-admin@fabrikam.example");
		assertThat(colleague.address().getPath()).isEqualTo("/consent/callback");
		assertThat(open(made)).as("coming back proves nothing").isEqualTo(200);
		Person again = this.traveller.signIn("app-admin@fabrikam.example");
		assertThat(this.overviews.of(again).report(Step.ALLOW).state().isDone()).isTrue();
		assertThat(open(made)).as("used").isEqualTo(404);
	}

	@Test
	void aLinkForConsentIsUsedWhenTheConsentIsFound() {
		Person developer = this.traveller.signIn("developer@fabrikam.example", "global-admin@fabrikam.example");
		this.journey.request(developer, Step.CHECK, Addresses.planned("@fabrikam.example"));
		this.traveller.await(developer,
				(now) -> now.report(Step.CONSENT).state() instanceof StepState.WaitingForColleague);
		Journey.LinkAnswer.Made made = (Journey.LinkAnswer.Made) this.journey.linkForColleague(developer, Step.CONSENT);
		this.overviews.of(developer);
		assertThat(open(made)).isEqualTo(200);
		Surfer colleague = new Surfer(this.portal.url()).open(made.link().address().getPath());
		colleague.submit("/link", Map.of()).choose("global-admin@fabrikam.example");
		this.overviews.of(developer);
		assertThat(open(made)).isEqualTo(404);
		assertThat(this.jdbc.sql("select count(*) from link where used_at is not null").query(Long.class).single())
			.isOne();
		this.traveller.await(developer, (now) -> now.report(Step.CONSENT).state().isDone());
	}

	@Test
	void aConsentThatMicrosoftShowsOnlyLaterIsFoundThoughNobodyAsks() {
		Person developer = this.traveller.signIn("developer@fabrikam.example", "global-admin@fabrikam.example");
		this.microsoft365.settings(Map.of("replicationMillis", 1500));
		this.journey.request(developer, Step.CHECK, Addresses.planned("@fabrikam.example"));
		this.traveller.await(developer,
				(now) -> now.report(Step.CONSENT).state() instanceof StepState.WaitingForColleague);
		Journey.LinkAnswer.Made made = (Journey.LinkAnswer.Made) this.journey.linkForColleague(developer, Step.CONSENT);
		Surfer colleague = new Surfer(this.portal.url()).open(made.link().address().getPath());
		colleague.submit("/link", Map.of()).choose("global-admin@fabrikam.example");
		assertThat(colleague.address().getPath()).isEqualTo("/consent/callback");
		this.traveller.await(developer, (now) -> now.report(Step.CONSENT).state().isDone());
	}

	@Test
	void anExchangeAdministratorOpensTheMailboxesBehindALinkWhileTheConsentIsOpen() {
		Person developer = this.traveller.signIn("developer@fabrikam.example", "global-admin@fabrikam.example");
		this.journey.request(developer, Step.CHECK, Addresses.planned("@fabrikam.example"));
		this.traveller.await(developer,
				(now) -> now.report(Step.MAILBOXES).state() instanceof StepState.WaitingForColleague);
		Journey.LinkAnswer.Made made = (Journey.LinkAnswer.Made) this.journey.linkForColleague(developer,
				Step.MAILBOXES);
		Surfer colleague = new Surfer(this.portal.url()).open(made.link().address().getPath());
		colleague.submit("/link", Map.of()).choose("exchange-admin@fabrikam.example");
		assertThat(colleague.path()).isEqualTo("/onboarding/mailboxes");
		Person exchange = this.traveller.latest("exchange-admin@fabrikam.example");
		this.journey.request(exchange, Step.MAILBOXES, UnaryOperator.identity());
		Overview opened = this.traveller.await(exchange, (now) -> now.report(Step.MAILBOXES).state().isDone());
		assertThat(opened.report(Step.CONSENT).state()).isInstanceOf(StepState.WaitingForColleague.class);
		assertThat(open(made)).as("used").isEqualTo(404);
		Person boss = this.traveller.signIn("global-admin@fabrikam.example");
		this.journey.request(boss, Step.CONSENT, UnaryOperator.identity());
		assertThat(this.traveller.awaitEnd(boss).finished()).isTrue();
	}

	private int open(Journey.LinkAnswer.Made made) {
		return new Surfer(this.portal.url()).open(made.link().address().getPath()).status();
	}

}
