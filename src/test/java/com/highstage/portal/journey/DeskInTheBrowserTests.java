package com.highstage.portal.journey;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages on which operators see where customers stand, as they see them.
 */
@JourneyTest
class DeskInTheBrowserTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void everyPageOfTheDesk(Administrator operator, Administrator admin, Administrator stuck) {
		// else a login may come too early, and the check waits instead of failing
		this.microsoft365.settings(Map.of("propagationMillis", 0));
		operator.open("/operator").choose("operator@highstage.example").acceptIfAsked().at("/operator");
		PagesInTheBrowserTests.look(operator.see("Nobody has been invited yet"), "desk-empty");
		operator.open("/operator/invite").type("name", "Tailspin Toys med et meget langt navn og Søn A/S");
		operator.type("reference", "K-1042").type("address", "it@tailspin.example").goOn().see("sent ");
		admin.signInAndAllow("admin@contoso.example").express("contoso.example").see("Your connection is ready");
		stuck.signInAndAllow("admin@northwind.example").at("/onboarding/register");
		stuck.plan("").whenReady().at("/onboarding/mailboxes");
		stuck.type("mailboxes", "old@northwind.example").goOn().at("/onboarding/progress").see("Did not work");
		PagesInTheBrowserTests.look(operator.open("/operator").see("Stuck"), "desk");
		PagesInTheBrowserTests.look(operator.open("/operator?q=nobody&calendar=weeks").see("No customer fits"),
				"desk-nobody");
		PagesInTheBrowserTests.look(operator.open("/operator?state=STUCK").press("#rows th a").see("Every step"),
				"desk-stuck");
		PagesInTheBrowserTests.look(operator.open("/operator?q=tailspin").press("#rows th a").see("Can be used"),
				"desk-invited");
		PagesInTheBrowserTests.look(operator.open("/operator?q=contoso").press("#rows th a").see("What happened"),
				"desk-works");
		PagesInTheBrowserTests.look(operator.open("/operator/audit").pressNamed("Verify now").see("entries fit"),
				"desk-audit");
		PagesInTheBrowserTests.look(operator.open("/operator/keys").press("#uses-1").see("Secret ends"), "keys");
		PagesInTheBrowserTests.look(operator.open("/operator/audit?actor=nobody&from=2026-01-01"),
				"desk-audit-nothing");
		assertThat(operator.complaints()).isEmpty();
	}

}
