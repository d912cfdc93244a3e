package com.highstage.portal.evidence.removal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.Removals.Answer;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class RemovalTests {

	private static final String CONTOSO = "admin@contoso.example";

	private static final String GLOBAL = "global-admin@fabrikam.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private Removals removals;

	@Autowired
	private Traveller traveller;

	private Demolition demolition;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		this.demolition = new Demolition(this.microsoft365, this.traveller, this.journey, this.removals);
	}

	@Test
	void everythingThePortalMadeIsTakenBackInOrderAndLookedFor() {
		Person admin = this.demolition.connected(CONTOSO);
		int before = this.microsoft365.journal().size();
		assertThat(this.removals.start(admin, " contoso ")).isEqualTo(new Answer.Accepted());
		Removal.Standing over = this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(over.parts()).extracting(PartRecord::state).containsOnly(PartState.DONE);
		assertThat(this.demolition.changesSince(before)).containsExactly("Remove-MailboxPermission",
				"Remove-MailboxPermission", "Remove-ServicePrincipal", "removeAppRoleAssignedTo",
				"removeAppRoleAssignedTo", "deleteApplication");
		List<String> calls = this.demolition.callsSince(before);
		assertThat(calls.subList(calls.indexOf("deleteApplication"), calls.size())).contains("getApplication",
				"getServicePrincipal");
		this.demolition.nothingIsLeft("contoso.example");
		assertThat(this.jdbc.sql("select count(*) from step_attempt where state = 'INTENT'").query(Long.class).single())
			.isZero();
	}

	@Test
	void theConnectionEndsAtOnceAndNoValueStays() {
		Person admin = this.demolition.connected(CONTOSO);
		this.microsoft365.fault(new Fault("Remove-MailboxPermission", 0, "before", "403", null));
		this.removals.start(admin, "Contoso");
		Map<String, Object> row = this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
		assertThat(row.get("status")).isEqualTo("ended");
		assertThat(row.get("sealed_credential")).isNull();
		assertThat(this.jdbc.sql("select sealed_credential from credential").query(String.class).list())
			.containsOnly("");
		this.demolition.await(admin, (standing) -> standing.parts().getFirst().state() == PartState.FAILED);
		assertThat(this.microsoft365.organisation("contoso.example").path("applications")).isNotEmpty();
	}

	@Test
	void whatWasRemovedCanBeConnectedAgainUnderAnotherName() {
		Person admin = this.demolition.connected(CONTOSO);
		this.removals.start(admin, "Highstage Mail");
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(this.journey.request(admin, Step.CHECK, Addresses.planned(CONTOSO)))
			.isInstanceOf(Journey.Answer.Accepted.class);
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		assertThat(this.demolition.applications("contoso.example"))
			.extracting((one) -> one.path("uniqueName").asString())
			.containsExactly("highstage-mail-2");
		assertThat(this.removals.proposal(admin.tenant())).isPresent();
		assertThat(this.removals.start(admin, "Contoso")).isEqualTo(new Answer.Accepted());
		this.demolition.await(admin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("contoso.example");
	}

	@Test
	void onlyOursIsTakenFromAnApplicationThatWasThereBefore() {
		this.demolition.theirApplication(CONTOSO);
		Person admin = this.demolition.connected(CONTOSO);
		assertThat(this.demolition.applications("contoso.example")).hasSize(1);
		String principal = this.microsoft365.organisation("contoso.example")
			.path("exchange")
			.path("servicePrincipals")
			.path(0)
			.path("objectId")
			.asString();
		this.microsoft365.powershell("contoso.example", "Add-MailboxPermission",
				Map.of("Identity", "info@contoso.example", "User", principal, "AccessRights", List.of("FullAccess")));
		this.removals.start(admin, "Contoso");
		Removal.Standing over = this.demolition.await(admin, (standing) -> standing.removal().isOver());
		assertThat(over.removal().parts()).containsExactly(Part.MAILBOXES, Part.PERMISSIONS, Part.CREDENTIAL,
				Part.CHECK);
		JsonNode left = this.demolition.applications("contoso.example").getFirst();
		assertThat(left.path("passwordCredentials").valueStream().map((one) -> one.path("displayName").asString()))
			.containsExactly("theirs");
		assertThat(left.path("web").path("redirectUris").valueStream().map(JsonNode::asString))
			.containsExactly("https://theirs.example/back");
		JsonNode organisation = this.microsoft365.organisation("contoso.example");
		assertThat(organisation.path("appRoleAssignments")
			.valueStream()
			.filter((one) -> one.path("principalId").asString().equals(principal))
			.map((one) -> one.path("appRoleId").asString()))
			.containsExactly(MailPermission.SMTP.wellKnownId().toString());
		assertThat(organisation.path("exchange").path("servicePrincipals")).hasSize(1);
		assertThat(organisation.path("exchange")
			.path("mailboxPermissions")
			.valueStream()
			.map((one) -> one.path("mailbox").asString())).containsExactly("info@contoso.example");
		assertThat(this.jdbc.sql("select generation from connection").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void exchangesPartWaitsForAColleagueWhoMay() {
		this.demolition.connected(GLOBAL);
		Person appAdmin = this.traveller.signIn("app-admin@fabrikam.example");
		this.removals.start(appAdmin, "Fabrikam");
		this.demolition.await(appAdmin,
				(standing) -> standing.parts().getFirst().state() == PartState.WAITING_FOR_PERSON);
		assertThat(this.demolition.applications("fabrikam.example")).hasSize(1);
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn("exchange-admin@fabrikam.example");
		surfer.open("/sign-in/extend?resource=EXCHANGE&then=/onboarding/removal");
		assertThat(surfer.body()).contains("action=\"/onboarding/removal/go-on\"");
		surfer.submit("/onboarding/removal/go-on", Map.of());
		this.demolition.await(appAdmin, (standing) -> standing.removal().isOver());
		this.demolition.nothingIsLeft("fabrikam.example");
	}

	@Test
	void withTheScriptItGoesOnAndSaysThatNobodyLooked() {
		this.demolition.connected(GLOBAL);
		Person appAdmin = this.traveller.signIn("app-admin@fabrikam.example");
		this.removals.start(appAdmin, "Fabrikam");
		this.demolition.await(appAdmin,
				(standing) -> standing.parts().getFirst().state() == PartState.WAITING_FOR_PERSON);
		assertThat(this.removals.script(appAdmin.tenant()).orElseThrow().text()).contains("service@fabrikam.example",
				"sales@fabrikam.example", "Remove-ServicePrincipal");
		assertThat(this.removals.scriptHasRun(appAdmin)).isEqualTo(new Answer.Accepted());
		Removal.Standing over = this.demolition.await(appAdmin, (standing) -> standing.removal().isOver());
		assertThat(over.parts()).extracting(PartRecord::state)
			.containsExactly(PartState.BY_HAND, PartState.BY_HAND, PartState.DONE, PartState.DONE, PartState.DONE);
		assertThat(this.demolition.applications("fabrikam.example")).isEmpty();
	}

	@Test
	void onlyWhoMayStartsItAndOnlyWithTheRightName() {
		this.demolition.connected(GLOBAL);
		Person user = this.traveller.signIn("user@fabrikam.example");
		Person exchange = this.traveller.signIn("exchange-admin@fabrikam.example");
		Person developer = this.traveller.signIn("developer@fabrikam.example");
		Person other = this.traveller.signIn(CONTOSO, CONTOSO);
		for (Person person : List.of(user, exchange, developer)) {
			assertThat(this.removals.start(person, "Fabrikam")).isEqualTo(new Answer.RoleTooSmall(Ability.CONSENT));
		}
		assertThat(this.removals.start(other, "Fabrikam")).isEqualTo(new Answer.Outdated());
		assertThat(this.removals.start(this.traveller.latest(GLOBAL), "Contoso")).isEqualTo(new Answer.OtherName());
		assertThat(this.removals.goOn(user)).isEqualTo(new Answer.RoleTooSmall(Ability.CONSENT));
		assertThat(this.removals.scriptHasRun(user)).isEqualTo(new Answer.RoleTooSmall(Ability.MAILBOXES));
		assertThat(this.jdbc.sql("select count(*) from removal").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from audit_entry where action = 'removal.refused' and refused")
			.query(Long.class)
			.single()).isGreaterThanOrEqualTo(5);
		assertThat(this.removals.proposal(other.tenant())).isEmpty();
		assertThat(this.removals.latest(other.tenant())).isEmpty();
		assertThat(this.removals.script(other.tenant())).isEmpty();
	}

	@Test
	void whileItIsUnderWayTheJourneysPagesLeadToIt() {
		Person admin = this.demolition.connected(CONTOSO);
		this.microsoft365.fault(new Fault("Remove-MailboxPermission", 0, "before", "403", null));
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(CONTOSO);
		surfer.open("/onboarding/removal").submit("/onboarding/removal", Map.of("name", "Fabrikam"));
		assertThat(surfer.body()).contains("Nothing was changed").contains("value=\"Fabrikam\"");
		surfer.submit("/onboarding/removal", Map.of("name", "Contoso"));
		this.demolition.await(admin, (standing) -> standing.parts().getFirst().state() == PartState.FAILED);
		assertThat(surfer.open("/onboarding").path()).isEqualTo("/onboarding/removal");
		assertThat(surfer.open("/onboarding/plan").path()).isEqualTo("/onboarding/removal");
		surfer.submit("/onboarding/plan", Map.of());
		assertThat(surfer.path()).isEqualTo("/onboarding/removal");
		assertThat(this.jdbc.sql("select count(*) from onboarding where status = 'ACTIVE'").query(Long.class).single())
			.isZero();
	}

}
