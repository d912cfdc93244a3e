package com.highstage.portal.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages with which operators invite and help customers, as they see them.
 */
@JourneyTest
class OperatorPagesTests {

	private static final String OPERATOR = "operator@highstage.example";

	@Test
	void everyPageThatInvites(Administrator operator) {
		operator.open("/operator/invite").choose(OPERATOR).acceptIfAsked().at("/operator/invite");
		PagesInTheBrowserTests.look(operator, "operator-invite");
		operator.type("address", "nobody").type("domain", "no domain");
		PagesInTheBrowserTests.look(operator.goOn().see("Nothing was sent yet"), "operator-invite-mistakes");
		operator.type("name", "Contoso A/S").type("reference", "K-1").type("address", "admin@contoso.example");
		operator.type("domain", "contoso.example").goOn();
		PagesInTheBrowserTests.look(operator.see("sent "), "operator-invited");
		operator.goOn().type("name", "Contoso Nord").type("reference", "K-1").type("address", "admin@contoso.example");
		PagesInTheBrowserTests.look(operator.goOn().see("This customer is there already"), "operator-invite-known");
		PagesInTheBrowserTests.look(operator.open("/operator/import"), "operator-import");
		operator.type("list", "Contoso,admin@contoso.example");
		PagesInTheBrowserTests.look(operator.goOn().see("The first row has to name"), "operator-import-mistake");
		operator.type("list", """
				Name;E-Mail;Kundennummer;Domain
				Tailspin;it@tailspin.example;K-4;tailspin.example
				Tailspin again;other@tailspin.example;K-2;tailspin.example
				;empty@fabrikam.example;K-3;
				=HYPERLINK("https://evil.example");x@nowhere;K-5;
				Northwind Traders with a very long name indeed;a.very.long.address@subsidiary.northwind.example;;
				""");
		assertThat(operator.goOn().text()).contains("2 of 5 customers");
		PagesInTheBrowserTests.look(operator, "operator-import-preview");
		PagesInTheBrowserTests.look(operator.goOn().see("The list is done"), "operator-import-done");
		assertThat(operator.complaints()).isEmpty();
	}

	@Test
	void everyPageThatHelps(Administrator operator, Administrator customer) {
		customer.signIn("app-admin@fabrikam.example").at("/onboarding/allow");
		operator.open("/operator").choose(OPERATOR).acceptIfAsked().at("/operator");
		operator.open("/operator/invite").type("name", "Fabrikam A/S").type("domain", "fabrikam.example");
		operator.type("address", "developer@fabrikam.example").goOn().see("sent ");
		PagesInTheBrowserTests.look(operator.pressNamed("See the customer"), "operator-customer");
		String page = operator.path();
		operator.type("text", "Call again on Monday").pressNamed("Save the note");
		PagesInTheBrowserTests.look(operator.see("The note is kept"), "operator-customer-note");
		operator.pressNamed("Remind");
		PagesInTheBrowserTests.look(operator.see("They were written to within the last day"),
				"operator-customer-reminded");
		PagesInTheBrowserTests.look(operator.open(page + "/match"), "operator-match");
		PagesInTheBrowserTests.look(operator.open(page + "/consent/allow"), "operator-consent");
		PagesInTheBrowserTests.look(operator.type("address", "").goOn().see("Send this to your colleague"),
				"operator-consent-copy");
		PagesInTheBrowserTests.look(customer.open(operator.page().locator("#mail-link").inputValue()),
				"link-from-highstage");
		operator.open(page).pressNamed("New link, take back, end, give up");
		operator.press("form[action$='/replace'] button");
		PagesInTheBrowserTests.look(operator.see("Send this link yourself"), "operator-link");
		assertThat(operator.complaints()).isEmpty();
	}

}
