package com.highstage.portal.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.mailbox.ScriptRun;
import com.highstage.portal.mailbox.Scripts.Script;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the portal has no way into Exchange.
 */
@JourneyTest
@TestPropertySource(properties = { "portal.microsoft.exchange-commands=false", "portal.verification.first-wait=200ms",
		"portal.verification.longest-wait=1s", "portal.verification.patience=8s" })
class ScriptJourneyTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void theScriptOpensTheMailboxesAndThePortalNotices(Administrator admin) throws Exception {
		admin.signInAndAllow("admin@contoso.example").plan("support@contoso.example\norders@contoso.example");
		admin.whenReady().at("/onboarding/mailboxes").see("Please run the script");
		Script script = DownloadedScript.by(admin);
		assertThat(admin.text()).contains(script.sha256());
		assertThat(this.microsoft365.journal()).noneMatch((call) -> call.url().contains("InvokeCommand"));
		admin.open("/onboarding/progress");
		assertThat(ScriptRun.of(script, this.microsoft365, "contoso.example")).isEmpty();
		admin.at("/onboarding/done").see("Your connection is ready");
		admin.see("Works: 2 of 2");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void aMailboxThatIsTakenOffTheListIsClosedByTheNextScript(Administrator admin) throws Exception {
		admin.signInAndAllow("admin@contoso.example")
			.plan("support@contoso.example\norders@contoso.example\nnobody@contoso.example");
		admin.whenReady().at("/onboarding/mailboxes").see("Please run the script");
		ScriptRun.of(DownloadedScript.by(admin), this.microsoft365, "contoso.example");
		admin.open("/onboarding/check").goOn().at("/onboarding/progress");
		admin.open("/onboarding/mailboxes").type("mailboxes", "support@contoso.example").pressNamed("Save the list");
		admin.at("/onboarding/done").see("2 mailboxes are still to be closed");
		admin.open("/onboarding")
			.see("2 mailboxes are still to be closed")
			.pressNamed("To the mailboxes and the script");
		admin.at("/onboarding/mailboxes").see("Run the PowerShell script once more");
		assertThat(admin.text()).contains("orders@contoso.example");
		Script closing = DownloadedScript.by(admin);
		admin.open("/onboarding/evidence").see("still to be closed");
		admin.open("/onboarding/done");
		assertThat(ScriptRun.of(closing, this.microsoft365, "contoso.example")).isEmpty();
		// a mailbox that never opened counts as closed only when its patience is over
		admin.page()
			.locator("#leaving")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(60_000));
		admin.see("Works: 1 of 1");
		assertThat(this.microsoft365.organisation("contoso.example").at("/exchange/mailboxPermissions")).hasSize(1);
		assertThat(admin.complaints()).isEmpty();
	}

}
