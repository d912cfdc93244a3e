package com.highstage.portal.journey;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class MailedJourneyTests {

	private static final String BOSS = "global-admin@fabrikam.example";

	private static final String EXCHANGE = "exchange-admin@fabrikam.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void threePeopleConnectTheirOrganisationByMail(Administrator developer, Administrator boss,
			Administrator exchange) {
		Inbox inbox = new Inbox(this.microsoft365);
		developer.signIn("developer@fabrikam.example").at("/onboarding/allow").goOn();
		developer.type("address", BOSS).type("note", "As we said on the phone").goOn().see("is on its way");
		boss.open(inbox.link(BOSS, "allow the mailbox setup")).goOn().choose(BOSS).accept();
		assertThat(boss.text()).contains("Thank you");
		developer.open("/onboarding").goOn().at("/onboarding/allow").goOn().plan("").whenReady();
		developer.at("/onboarding/mailboxes").open("/onboarding/colleague/consent");
		developer.type("address", BOSS).goOn().see("is on its way");
		boss.open(inbox.link(BOSS, "consent to mailbox permissions")).goOn().acceptIfAsked();
		assertThat(boss.text()).contains("Thank you");
		assertThat(boss.page().locator(".visitor").count()).as("nobody signed in to the portal").isZero();
		developer.open("/onboarding/colleague/mailboxes").type("address", EXCHANGE).goOn().see("is on its way");
		developer.open("/onboarding/done");
		openMailboxes(exchange, inbox.link(EXCHANGE, "open mailboxes"));
		exchange.at("/onboarding/done").see("Your connection is ready");
		developer.open("/onboarding").see("Your connection works").open("/onboarding/done").see("Works: 2 of 2");
		assertThat(developer.text()).contains("Your connection is ready", "Diego Siciliani");
		assertThat(Tenancy.of(this.microsoft365, "fabrikam.example").granted()).containsExactlyInAnyOrder("IMAP",
				"POP");
	}

	private static void openMailboxes(Administrator exchange, String link) {
		exchange.open(link).goOn().choose(EXCHANGE).acceptIfAsked().at("/onboarding/mailboxes");
		for (String page : new String[] { "allow", "register", "secret", "permissions", "consent" }) {
			exchange.open("/onboarding/" + page);
			assertThat(exchange.page().locator("main form[method=post]:not(.state-again)").count()).as(page).isZero();
		}
		exchange.open("/onboarding/mailboxes").type("query", "Customer").press("button[name=search]");
		exchange.tick("add", "service@fabrikam.example").type("query", "sales").press("button[name=search]");
		assertThat(exchange.value("mailboxes")).contains("service@fabrikam.example");
		exchange.tick("add", "sales@fabrikam.example").pressNamed("Open these mailboxes");
	}

	@Test
	void theContactAddressIsConfirmedAndToldOnce(Administrator admin, Administrator owner) {
		Inbox inbox = new Inbox(this.microsoft365);
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		admin.type("contact", "it@contoso.example").plan("support@contoso.example").at("/onboarding/done");
		owner.open(inbox.link("it@contoso.example", "Please confirm this address")).goOn();
		assertThat(owner.text()).contains("The address is confirmed");
		assertThat(inbox.await("it@contoso.example", "are connected to Highstage").text())
			.containsPattern("/sign-in\\?organisation=[-0-9a-f]{36}&then=/onboarding/done");
		admin.see("Your connection is ready").open("/onboarding/mailboxes");
		admin.type("mailboxes", "support@contoso.example\nsales@contoso.example");
		admin.pressNamed("Open these mailboxes").whenReady().at("/onboarding/secret").see("can no longer be tested");
		admin.goOn().at("/onboarding/done").see("Works: 2 of 2");
		assertThat(inbox.mails("it@contoso.example", "are connected to Highstage")).hasSize(1);
		assertThat(admin.open("/onboarding").text()).contains("it@contoso.example is confirmed");
	}

}
