package com.highstage.portal.journey;

import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class InterruptedJourneyTests {

	private static final String HOSTILE = "\"O'Neill\" <b>&amp; 😀 ";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void hostileNamesComeBackAsTheyAre(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		admin.type("applicationName", HOSTILE + "x".repeat(300)).type("contact", "<script>").goOn();
		assertThat(admin.path()).isEqualTo("/onboarding/register");
		assertThat(admin.value("applicationName")).isEqualTo(HOSTILE + "x".repeat(300));
		assertThat(admin.value("contact")).isEqualTo("<script>");
		assertThat(admin.text()).contains("too long", "does not look like a mail address");
		admin.type("applicationName", HOSTILE).type("contact", "it@contoso.example").express("contoso.example");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").application().path("displayName").asString())
			.isEqualTo(HOSTILE.strip());
		assertThat(admin.text()).contains(HOSTILE.strip());
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void whatWasTypedComesBackAfterANewSignIn(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").goOn().at("/onboarding/plan");
		admin.type("mailboxes", "sales@contoso.example").forgetSignIn().goOn();
		admin.at("/onboarding/plan").see("Your sign-in had ended");
		assertThat(admin.value("mailboxes")).contains("sales@contoso.example");
		assertThat(admin.text()).contains("Your sign-in had ended");
		admin.goOn().at("/onboarding/done");
	}

	@Test
	void aSecondTabSaysWhatTheFirstOneChanged(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").goOn().at("/onboarding/plan");
		Page first = admin.secondTab();
		admin.open("/onboarding/plan").type("mailboxes", "sales@contoso.example").goOn().at("/onboarding/done");
		admin.backTo(first);
		admin.type("mailboxes", "support@contoso.example").goOn().at("/onboarding/plan");
		assertThat(admin.text()).contains("in another window");
		assertThat(admin.value("mailboxes")).contains("support@contoso.example");
	}

	@Test
	void doubleClickBackAndReloadMakeOneOfEverything(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		admin.page().locator("#continue").dblclick();
		admin.at("/onboarding/plan").type("mailboxes", "sales@contoso.example");
		admin.page().locator("#continue").dblclick();
		admin.at("/onboarding/done").back().back().reload();
		admin.open("/onboarding/plan").goOn().at("/onboarding/done").reload();
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").secrets()).isEqualTo(1);
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").ours()).hasSize(1);
	}

	@Test
	void stepByStepLeadsToTheSameEnd(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register").press("button[value=steps]");
		for (String step : List.of("secret", "permissions", "consent", "mailboxes")) {
			onTo(admin, step);
			if ("mailboxes".equals(step)) {
				admin.type("mailboxes", "sales@contoso.example");
			}
			admin.goOn();
		}
		onTo(admin, "done");
		assertThat(Tenancy.of(this.microsoft365, "contoso.example").granted()).containsExactlyInAnyOrder("IMAP", "POP");
	}

	private static void onTo(Administrator admin, String page) {
		for (int press = 0; !admin.isAt("/onboarding/" + page); press++) {
			assertThat(press).as("presses without getting to %s, still at %s", page, admin.path()).isLessThan(20);
			admin.goOn();
		}
	}

}
