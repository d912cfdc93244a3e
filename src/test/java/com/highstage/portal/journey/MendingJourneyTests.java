package com.highstage.portal.journey;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class MendingJourneyTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@BeforeEach
	void hurry() {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
	}

	@Test
	void aProtocolThatIsOffIsSwitchedOn(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").plan("support@contoso.example\narchive@contoso.example");
		admin.whenReady().at("/onboarding/check").see("IMAP or POP is switched off for this mailbox");
		assertThat(admin.see("Works: 1 of 2").text()).contains("archive@contoso.example · IMAP");
		admin.press("button[value=SWITCH_ON]").at("/onboarding/done").see("Works: 2 of 2");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void aWrongRegistrationIsReplacedOnceSomebodySaysSo(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").plan("").whenReady().at("/onboarding/mailboxes");
		JsonNode application = Tenancy.of(this.microsoft365, "contoso.example").application();
		this.microsoft365.powershell("contoso.example", "New-ServicePrincipal",
				Map.of("AppId", application.path("appId").asString(), "ObjectId", application.path("id").asString()));
		admin.type("mailboxes", "support@contoso.example").goOn().whenReady().at("/onboarding/mailboxes");
		admin.see("Exchange knows the application under a wrong Object ID");
		admin.press("button[value=REGISTER_AGAIN]").at("/onboarding/done").see("Works: 1 of 1");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void anAliasIsReplacedByThePrimaryAddressAndSaysSo(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").plan("shop@contoso.example").at("/onboarding/done");
		assertThat(admin.text()).contains("orders@contoso.example").doesNotContain("shop@");
		assertThat(admin.open("/onboarding/mailboxes").text())
			.contains("Chosen as shop@contoso.example, which is another address of this mailbox");
	}

	@Test
	void anAddressThatExchangeDoesNotKnowIsAskedAbout(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").plan("").whenReady().at("/onboarding/mailboxes");
		admin.type("mailboxes", "support@contoso.example\nnobody@contoso.example").goOn();
		admin.see("Exchange does not know every address");
		admin.type("mailboxes", "support@contoso.example").goOn().at("/onboarding/done");
		admin.see("Works: 1 of 1");
	}

}
