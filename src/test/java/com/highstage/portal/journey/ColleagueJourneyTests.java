package com.highstage.portal.journey;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.Addresses;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class ColleagueJourneyTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void aColleagueAllowsThePortalThroughALink(Administrator developer, Administrator boss, Administrator admin) {
		developer.signIn("developer@fabrikam.example").at("/onboarding/allow").goOn().goOn();
		String link = developer.page().locator("#mail-link").inputValue();
		boss.open(link).goOn().choose("global-admin@fabrikam.example").acceptIfAsked();
		assertThat(boss.text()).contains("Thank you");
		admin.signIn("app-admin@fabrikam.example").at("/onboarding").goOn().plan(Addresses.of("@fabrikam.example"));
		admin.whenReady().at("/onboarding/mailboxes").see("Waiting for a colleague");
		assertThat(Tenancy.of(this.microsoft365, "fabrikam.example").granted()).containsExactlyInAnyOrder("IMAP",
				"POP");
	}

	@Test
	void aGuestConnectsTheCustomersOrganisation(Administrator boss, Administrator partner) {
		boss.signInAndAllow("global-admin@fabrikam.example").at("/onboarding/register");
		partner.open("/").type("organisation", "fabrikam.example").pressNamed("Sign in there");
		partner.choose("partner@northwind.example").acceptIfAsked();
		assertThat(partner.page().locator(".visitor").innerText()).contains("Fabrikam");
		partner.at("/onboarding").goOn().plan(Addresses.of("@fabrikam.example"));
		partner.whenReady().at("/onboarding/mailboxes").see("Waiting for a colleague");
		assertThat(Tenancy.of(this.microsoft365, "fabrikam.example").secrets()).isEqualTo(1);
		assertThat(Tenancy.of(this.microsoft365, "northwind.example").ours()).isEmpty();
	}

	@Test
	void aPlainUserLooksAndChangesNothing(Administrator admin, Administrator user) {
		admin.signInAndAllow("global-admin@fabrikam.example").express("fabrikam.example");
		user.signIn("user@fabrikam.example").at("/onboarding");
		for (String page : new String[] { "allow", "register", "secret", "permissions", "consent", "mailboxes", "check",
				"plan", "by-hand" }) {
			user.open("/onboarding/" + page);
			assertThat(user.page().locator("main form[method=post]").count()).as(page).isZero();
			assertThat(user.page().locator("#continue").count()).as(page).isEqualTo(1);
		}
		assertThat(user.open("/onboarding").text()).contains("Done");
	}

	@Test
	void whereGraphRefusesTheGrantMicrosoftsPageGivesIt(Administrator admin) {
		this.microsoft365.settings(Map.of("graphRefusesAppRoleAssignedTo", true));
		admin.signInAndAllow("admin@contoso.example").plan(Addresses.of("@contoso.example"));
		admin.whenReady().at("/onboarding/consent").goOn().acceptIfAsked();
		admin.at("/onboarding/done");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").granted()).containsExactlyInAnyOrder("IMAP", "POP");
	}

}
