package com.highstage.portal.evidence.web;

import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class EvidencePagesTests {

	private static final String ADMIN = "global-admin@fabrikam.example";

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

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void beforeAnythingExistsThePagesLeadToTheJourney() {
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(ADMIN);
		for (String page : List.of("/onboarding/evidence", "/onboarding/removal", "/onboarding/support")) {
			everyLanguage(surfer.open(page));
		}
		assertThat(surfer.open("/onboarding/evidence").body()).contains("There is nothing to show yet");
	}

	@Test
	void theSheetNamesEverythingToEverybodyOfTheOrganisationAndToNobodyElse() {
		connected();
		Surfer user = new Surfer(this.portal.url());
		user.signIn("user@fabrikam.example");
		String sheet = whole(everyLanguage(user.open("/onboarding/evidence")));
		JsonNode organisation = this.microsoft365.organisation("fabrikam.example");
		JsonNode application = organisation.path("applications")
			.valueStream()
			.filter((one) -> one.path("uniqueName").asString("").equals("highstage-mail-1"))
			.findFirst()
			.orElseThrow();
		assertThat(sheet).contains(organisation.path("tenantId").asString(), application.path("id").asString(),
				application.path("appId").asString(),
				organisation.path("exchange").path("servicePrincipals").path(0).path("objectId").asString(),
				application.path("passwordCredentials").path(0).path("keyId").asString(), "Grady Archie",
				"IMAP.AccessAsApp", "The portal created this application", "Made a secret",
				"Registered the application in Exchange");
		assertThat(sheet).doesNotContain("Only seen here", "Never", "service@fabrikam.example", "No mailbox was chosen")
			.contains("Which mailboxes there are is shown to administrators");
		Surfer admin = new Surfer(this.portal.url());
		admin.signIn(ADMIN);
		assertThat(whole(everyLanguage(admin.open("/onboarding/evidence"))))
			.contains("Given by the portal on behalf of Grady Archie", "service@fabrikam.example");
		Surfer other = new Surfer(this.portal.url());
		other.signIn("admin@contoso.example");
		assertThat(other.open("/onboarding/evidence").body()).contains("There is nothing to show yet")
			.doesNotContain("fabrikam", application.path("appId").asString());
	}

	@Test
	void whatWasOnlySeenIsSaidToBeSo() {
		connected();
		this.jdbc.sql("update mailbox set ours = false where address = 'sales@fabrikam.example'").update();
		this.jdbc.sql("update connection set adopted = true").update();
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(ADMIN);
		assertThat(everyLanguage(surfer.open("/onboarding/evidence")).body()).contains("Only seen here",
				"This application existed before", "What is marked as found was not made by the portal");
		assertThat(everyLanguage(surfer.open("/onboarding/removal")).body()).contains(
				"The application. It existed before",
				"Access to mailboxes that was given elsewhere. It belongs to the application");
	}

	@Test
	void theRemovalsPagesAreWholeInEveryState() {
		Person admin = connected();
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(ADMIN);
		Surfer appAdmin = new Surfer(this.portal.url());
		appAdmin.signIn("app-admin@fabrikam.example");
		Surfer user = new Surfer(this.portal.url());
		user.signIn("user@fabrikam.example");
		for (Surfer each : List.of(surfer, appAdmin, user)) {
			everyLanguage(each.open("/onboarding/removal"));
		}
		this.microsoft365.fault(new Fault("Remove-MailboxPermission", 0, "before", "403", null));
		surfer.submit("/onboarding/removal", Map.of("name", "Fabrikam"));
		await(surfer, "Did not work");
		for (Surfer each : List.of(surfer, appAdmin, user)) {
			everyLanguage(each.open("/onboarding/removal"));
		}
		assertThat(user.open("/onboarding/removal").body()).doesNotContain("/onboarding/removal/go-on",
				"/onboarding/removal/script-run");
		assertThat(surfer.open("/onboarding/evidence").body()).contains("is being taken back");
		this.removals.scriptHasRun(admin);
		await(surfer, "Connect again");
		assertThat(everyLanguage(surfer).body()).contains("The portal could not see or take back all of it");
		assertThat(everyLanguage(surfer.open("/onboarding/evidence")).body()).contains("Deleted the application",
				"The portal has erased every stored value.");
	}

	private static void await(Surfer surfer, String text) {
		Awaitility.await(text).until(() -> surfer.open("/onboarding/removal").body().contains(text));
	}

	private Person connected() {
		Person admin = this.traveller.signIn(ADMIN, ADMIN);
		this.journey.request(admin, Step.CHECK, Addresses.planned(ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		return admin;
	}

	// an address may break before its @
	private static String whole(Surfer page) {
		return page.body().replace("</span><wbr><span>", "");
	}

	private Surfer everyLanguage(Surfer surfer) {
		String path = surfer.path();
		for (String language : List.of("da", "de", "en")) {
			surfer.submit("/language", Map.of("language", language, "then", path));
			surfer.open(path);
			assertThat(surfer.status()).as(path).isEqualTo(200);
			assertThat(surfer.body()).as(path).contains("<html lang=\"" + language + "\"").doesNotContain("??");
			assertThat(Html.errors(surfer.body())).as(path).isEmpty();
			boolean live = surfer.body().contains("data-hx-get");
			assertThat(surfer.body().split("id=\"continue\"", -1)).as(path + surfer.body()).hasSize(live ? 1 : 2);
		}
		return surfer;
	}

}
