package com.highstage.portal.journey;

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
		"portal.verification.longest-wait=1s" })
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
		assertThat(admin.text()).contains("Works: 2 of 2");
		assertThat(admin.complaints()).isEmpty();
	}

}
