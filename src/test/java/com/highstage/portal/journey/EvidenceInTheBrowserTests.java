package com.highstage.portal.journey;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The evidence sheet, the removal and the support bundle as people see them.
 */
@JourneyTest
class EvidenceInTheBrowserTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void fromTheSheetToAnOrganisationWithoutAnythingOfOurs(Administrator admin) {
		admin.signIn("admin@contoso.example");
		PagesInTheBrowserTests.look(admin.open("/onboarding/evidence"), "evidence-nothing");
		admin.open("/onboarding/allow").goOn().acceptIfAsked().at("/onboarding/register");
		admin.express("contoso.example").see("Your connection is ready");
		PagesInTheBrowserTests.look(admin.goOn().at("/onboarding/evidence"), "evidence");
		print(admin);
		PagesInTheBrowserTests.look(admin.open("/onboarding/support"), "support");
		assertThat(download(admin).suggestedFilename()).isEqualTo("highstage-support.zip");
		assertThat(download(admin).suggestedFilename()).as("once more").isEqualTo("highstage-support.zip");
		PagesInTheBrowserTests.look(admin.open("/onboarding/removal"), "removal");
		PagesInTheBrowserTests.look(admin.type("name", "somebody else").goOn(), "removal-mistake");
		this.microsoft365.fault(new Fault("Remove-MailboxPermission", 1, "before", "403", null));
		admin.type("name", "Contoso").goOn().see("Did not work");
		PagesInTheBrowserTests.look(admin, "removal-failed");
		admin.goOn();
		PlaywrightAssertions.assertThat(admin.page().locator("h1")).hasText("Everything was taken back");
		PagesInTheBrowserTests.look(admin, "removal-over");
		PagesInTheBrowserTests.look(admin.open("/onboarding/evidence"), "evidence-removed");
		admin.open("/onboarding/removal").goOn();
		PlaywrightAssertions.assertThat(admin.page()).hasURL(Pattern.compile(".*/onboarding$"));
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void aColleagueIsNeededForExchange(Administrator global, Administrator appAdmin, Administrator user) {
		global.signInAndAllow("global-admin@fabrikam.example")
			.express("fabrikam.example")
			.see("Your connection is ready");
		appAdmin.signIn("app-admin@fabrikam.example");
		PagesInTheBrowserTests.look(appAdmin.open("/onboarding/removal"), "removal-needs-exchange");
		appAdmin.type("name", "Fabrikam").goOn().see("A colleague with the right role can sign in here");
		PagesInTheBrowserTests.look(appAdmin, "removal-colleague");
		user.signIn("user@fabrikam.example");
		PagesInTheBrowserTests.look(user.open("/onboarding/removal"), "removal-user");
		PagesInTheBrowserTests.look(user.open("/onboarding/support"), "support-user");
		appAdmin.pressNamed("The script has run: go on").see("Done by hand");
		PlaywrightAssertions.assertThat(appAdmin.page().locator("#continue")).hasText("Connect again");
		PagesInTheBrowserTests.look(appAdmin, "removal-by-hand");
		assertThat(appAdmin.complaints()).isEmpty();
	}

	private static Download download(Administrator admin) {
		return admin.page().waitForDownload(() -> admin.page().locator("#continue").click());
	}

	private static void print(Administrator admin) {
		String directory = System.getProperty("screenshots");
		if (directory != null) {
			admin.page().pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of(directory, "evidence.pdf")));
		}
	}

}
