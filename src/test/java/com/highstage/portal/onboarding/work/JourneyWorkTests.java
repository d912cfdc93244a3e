package com.highstage.portal.onboarding.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overview.Next;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class JourneyWorkTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void expressEndsWithOneApplicationWhoseSecretOpensFromTheView() throws Exception {
		Person admin = admin("contoso.example");
		assertThat(this.overviews.of(admin).next()).isEqualTo(new Next.Page(Step.REGISTER));
		express(admin);
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
		Overview overview = this.overviews.of(admin);
		assertThat(overview.next()).isInstanceOf(Next.DonePage.class);
		assertThat(overview.facts().granted()).containsExactlyInAnyOrder(MailPermission.IMAP, MailPermission.POP);
	}

	@Test
	void aSecondJourneyFindsEverythingAndMakesNothing() throws Exception {
		Person admin = admin("contoso.example");
		express(admin);
		this.traveller.awaitEnd(admin);
		long before = effects();
		express(admin);
		this.traveller.awaitEnd(admin);
		assertThat(effects()).isEqualTo(before);
		this.invariants.finished("contoso.example");
	}

	@Test
	void twoTabsAtOnceMakeOneJourney() throws Exception {
		Person admin = admin("contoso.example");
		Thread other = Thread.ofVirtual().start(() -> express(admin));
		express(admin);
		other.join();
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
		assertThat(this.jdbc.sql("select count(*) from onboarding").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void spreadingTakesItsTimeAndTheJourneyWaitsForIt() throws Exception {
		this.microsoft365.settings(Map.of("replicationMillis", 700, "propagationMillis", 700));
		Person admin = admin("contoso.example");
		express(admin);
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
	}

	@Test
	void aPolicyThatShortensSecretsIsMetWithAShorterOne() throws Exception {
		Person admin = admin("tailspin.example");
		express(admin);
		Overview overview = this.traveller.awaitEnd(admin);
		this.invariants.finished("tailspin.example");
		assertThat(Objects.requireNonNull(overview.facts().secret()).shortened()).isTrue();
	}

	@Test
	void stepByStepAsksBeforeItShortens() {
		Person admin = admin("tailspin.example");
		this.journey.request(admin, Step.SECRET, UnaryOperator.identity());
		Overview overview = this.traveller.await(admin,
				(now) -> now.report(Step.SECRET).state() instanceof StepState.Failed);
		StepState.Failed failed = (StepState.Failed) overview.report(Step.SECRET).state();
		assertThat(failed.waysOut()).containsExactly(WayOut.LIFETIME_90, WayOut.LIFETIME_30);
		this.journey.take(admin, Step.SECRET, WayOut.LIFETIME_90);
		this.traveller.await(admin, (now) -> now.report(Step.SECRET).state().isDone());
		assertThat(this.overviews.of(admin).report(Step.PERMISSIONS).state().isDone()).isFalse();
		this.invariants.hold();
	}

	@Test
	void aPolicyThatForbidsSecretsIsMetWithACertificate() throws Exception {
		Person admin = admin("northwind.example");
		express(admin);
		Overview overview = this.traveller.awaitEnd(admin);
		this.invariants.finished("northwind.example");
		assertThat(Objects.requireNonNull(overview.facts().secret()).type()).isEqualTo(CredentialType.CERTIFICATE);
	}

	@Test
	void withoutExchangeOnlineItIsSaidBeforeAnythingIsCreated() {
		Surfer surfer = new Surfer(this.portal.url());
		Person admin = this.traveller.signIn(surfer, "admin@woodgrove.example");
		Journey.PageAnswer.Go page = (Journey.PageAnswer.Go) this.journey.microsoftPage(admin, Step.ALLOW);
		surfer.open(page.address().toString());
		assertThat(surfer.body()).contains("Your organisation has no Exchange Online", "AADSTS650052");
		assertThat(this.microsoft365.organisation("woodgrove.example").path("applications")).isEmpty();
		this.invariants.hold();
	}

	@Test
	void whoMayNotConsentWaitsForAColleague() {
		Person developer = this.traveller.signIn("developer@fabrikam.example", "global-admin@fabrikam.example");
		express(developer);
		Overview overview = this.traveller.await(developer,
				(now) -> now.report(Step.CONSENT).state() instanceof StepState.WaitingForColleague);
		assertThat(overview.needsColleague()).contains(Step.CONSENT);
		assertThat(this.journey.take(developer, Step.CONSENT, WayOut.TRY_AGAIN))
			.isEqualTo(new Journey.RoleTooSmall(Ability.CONSENT));
		Person globalAdmin = this.traveller.signIn("global-admin@fabrikam.example");
		this.journey.request(globalAdmin, Step.CONSENT, UnaryOperator.identity());
		this.traveller.awaitEnd(globalAdmin);
		this.invariants.hold();
	}

	@Test
	void whoCanOnlyLookChangesNothingAndTheRefusalIsAudited() {
		Person user = this.traveller.signIn("user@fabrikam.example", "global-admin@fabrikam.example");
		assertThat(this.overviews.of(user).next()).isInstanceOf(Next.Look.class);
		assertThat(this.journey.request(user, Step.CHECK, UnaryOperator.identity()))
			.isEqualTo(new Journey.RoleTooSmall(Ability.REGISTER));
		assertThat(this.journey.cancel(user)).isInstanceOf(Journey.RoleTooSmall.class);
		assertThat(this.jdbc.sql("select count(*) from audit_entry where refused and action = 'onboarding.refused'")
			.query(Long.class)
			.single()).isGreaterThanOrEqualTo(2);
		assertThat(this.jdbc.sql("select count(*) from onboarding").query(Long.class).single()).isZero();
	}

	@Test
	void aRefusedGrantLeadsToMicrosoftsPage() throws Exception {
		this.microsoft365.settings(Map.of("graphRefusesAppRoleAssignedTo", true));
		Person admin = admin("contoso.example");
		express(admin);
		Overview overview = this.traveller.await(admin,
				(now) -> now.report(Step.CONSENT).state() instanceof StepState.WaitingForYou);
		assertThat(((StepState.WaitingForYou) overview.report(Step.CONSENT).state()).waysOut())
			.contains(WayOut.MICROSOFT_PAGE);
		Journey.PageAnswer.Go page = (Journey.PageAnswer.Go) this.journey.microsoftPage(admin, Step.CONSENT);
		Surfer colleague = new Surfer(this.portal.url()).open(page.address().toString());
		assertThat(colleague.accept("admin@contoso.example").status()).isEqualTo(200);
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
	}

	@Test
	void forgedReturnsFromConsentLeaveEverythingAsItIs() {
		Person admin = admin("contoso.example");
		this.microsoft365.settings(Map.of("graphRefusesAppRoleAssignedTo", true));
		express(admin);
		this.traveller.await(admin, (now) -> now.report(Step.CONSENT).state() instanceof StepState.WaitingForYou);
		Journey.PageAnswer.Go page = (Journey.PageAnswer.Go) this.journey.microsoftPage(admin, Step.CONSENT);
		String state = page.address().getQuery().replaceAll(".*state=", "");
		List.of("admin_consent=True&tenant=" + admin.tenant(), "admin_consent=True&state=forged",
				"admin_consent=True&error=access_denied&state=" + state,
				"admin_consent=True&tenant=00000000-0000-4000-8000-000000000000&state=" + state)
			.forEach((query) -> assertThat(new Surfer(this.portal.url()).open("/consent/callback?" + query).status())
				.isEqualTo(200));
		assertThat(this.overviews.of(admin).report(Step.CONSENT).state()).isInstanceOf(StepState.WaitingForYou.class);
		assertThat(this.overviews.of(admin).finished()).isFalse();
	}

	@Test
	void anExistingApplicationIsAdoptedAndOnlyWhatDiffersIsPatched() throws Exception {
		Person admin = admin("contoso.example");
		express(admin);
		this.traveller.awaitEnd(admin);
		List.of("onboarding_step", "step_attempt", "onboarding", "credential", "mailbox_check", "mailbox",
				"exchange_registration", "connection")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		Overview found = this.overviews.of(admin);
		assertThat(Objects.requireNonNull(found.facts().application()).adopted()).isTrue();
		assertThat(found.facts().application().differences()).isNotEmpty();
		this.journey.request(admin, Step.CHECK, (plan) -> Addresses.planned("@contoso.example")
			.apply(plan.withApplication(new PlainName("Post \"Büro\" 📬 <b>"), "")));
		this.traveller.awaitEnd(admin);
		JsonNode applications = this.microsoft365.organisation("contoso.example").path("applications");
		assertThat(applications).hasSize(1);
		assertThat(applications.path(0).path("displayName").asString()).isEqualTo("Post \"Büro\" 📬 <b>");
		assertThat(applications.path(0).path("passwordCredentials")).as("the unknown one is not ours to remove")
			.hasSize(2);
	}

	@Test
	void unchosenPermissionsAreRevokedOnlyWhenAsked() {
		Person admin = admin("contoso.example");
		express(admin);
		this.traveller.awaitEnd(admin);
		this.journey.request(admin, Step.CHECK, (plan) -> plan.withPermissions(Set.of(MailPermission.IMAP)));
		this.traveller.awaitEnd(admin);
		assertThat(this.overviews.of(admin).facts().granted())
			.isEqualTo(EnumSet.of(MailPermission.IMAP, MailPermission.POP));
		this.journey.take(admin, Step.CONSENT, WayOut.REVOKE_OTHERS);
		this.traveller.awaitEnd(admin);
		assertThat(this.overviews.of(admin).facts().granted()).isEqualTo(EnumSet.of(MailPermission.IMAP));
		this.invariants.hold();
	}

	@Test
	void aNewSecretReplacesOneThatWasNeverTested() throws Exception {
		Person admin = admin("contoso.example");
		this.journey.request(admin, Step.SECRET, Addresses.planned("@contoso.example"));
		this.traveller.await(admin, (now) -> now.report(Step.SECRET).state().isDone());
		this.journey.take(admin, Step.SECRET, WayOut.NEW_SECRET);
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
		assertThat(this.jdbc.sql("select max(sequence) from credential").query(Long.class).single()).isEqualTo(2);
	}

	@Test
	void cancellingEndsTheWorkAndANewJourneyTakesUpWhatExists() throws Exception {
		Person admin = admin("contoso.example");
		this.journey.request(admin, Step.REGISTER, UnaryOperator.identity());
		this.traveller.await(admin, (now) -> now.report(Step.REGISTER).state().isDone());
		assertThat(this.journey.cancel(admin)).isInstanceOf(Journey.Answer.Accepted.class);
		assertThat(this.journey.cancel(admin)).isInstanceOf(Journey.Outdated.class);
		express(admin);
		this.traveller.awaitEnd(admin);
		this.invariants.finished("contoso.example");
	}

	@Test
	void onRequestTheOwnMailboxIsTriedOnceAnotherHasOpenedAndStaysClosed() {
		this.microsoft365.settings(Map.of("propagationMillis", 3_600_000));
		Person admin = admin("contoso.example");
		express(admin);
		this.traveller.await(admin, (now) -> now.report(Step.CHECK).state() instanceof StepState.WaitingForMicrosoft);
		assertThat(this.journey.proveClosed(admin)).isInstanceOf(Journey.ClosedAnswer.Later.class);
		this.microsoft365.settings(Map.of("propagationMillis", 0));
		this.traveller.awaitEnd(admin);
		assertThat(this.jdbc.sql("select address || ' ' || result from closed_proof").query(String.class).single())
			.isEqualTo("admin@contoso.example STAYS_CLOSED");
	}

	private Person admin(String domain) {
		return this.traveller.signIn("admin@" + domain, "admin@" + domain);
	}

	private void express(Person person) {
		assertThat(this.journey.request(person, Step.CHECK, Addresses.planned(person.signInName())))
			.isInstanceOf(Journey.Answer.Accepted.class);
	}

	private long effects() {
		return this.microsoft365.journal()
			.stream()
			.filter((entry) -> entry.effect() && entry.url().contains("graph.microsoft"))
			.count();
	}

}
