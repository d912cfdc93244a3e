package com.highstage.portal.journey;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator ends a connection, and the customer takes back what is left.
 */
@JourneyTest
class OffboardedJourneyTests {

	private static final String ADMIN = "admin@contoso.example";

	private static final Pattern LINK = Pattern.compile("http\\S+/onboarding/removal");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void fromTheOperatorsPressToAnOrganisationWithoutAnythingOfOurs(Administrator operator, Administrator admin,
			Administrator back) {
		operator.open("/operator/invite").choose("operator@highstage.example").acceptIfAsked().at("/operator/invite");
		operator.type("name", "Contoso A/S").type("reference", "C-9").type("address", ADMIN);
		operator.type("domain", "contoso.example").goOn();
		admin.open(new Inbox(this.microsoft365).link(ADMIN, "")).goOn().choose(ADMIN).acceptIfAsked();
		admin.at("/onboarding/allow").goOn().acceptIfAsked();
		admin.express("contoso.example").see("Your connection is ready");
		assertThat(row().get("sealed_credential")).isNotNull();
		operator.open("/operator").pressNamed("Contoso A/S").pressNamed("New link, take back, end, give up");
		operator.pressNamed("End this connection …").at(operator.path());
		PagesInTheBrowserTests.look(operator, "operator-end");
		PagesInTheBrowserTests.look(operator.type("name", "Contoso").type("reason", "See www.contoso.example").goOn(),
				"operator-end-mistake");
		operator.type("name", "contoso a/s").type("reason", "The contract has ended.").goOn();
		isEnded();
		operator.see("the mail to the customer is on its way").see("Nobody of the customer has begun yet");
		PagesInTheBrowserTests.look(operator, "operator-ended");
		back.open(link()).choose(ADMIN).at("/onboarding/removal").see("The contract has ended.");
		isEnded();
		PagesInTheBrowserTests.look(back, "removal-vendor");
		PagesInTheBrowserTests.look(back.open("/onboarding/evidence"), "evidence-ended");
		back.open("/onboarding/removal").goOn();
		PlaywrightAssertions.assertThat(back.page().locator("h1")).hasText("Everything was taken back");
		PagesInTheBrowserTests.look(back, "removal-vendor-over");
		operator.see("Everything was taken back");
		isEnded();
		assertThat(this.microsoft365.organisation("contoso.example")
			.path("applications")
			.valueStream()
			.filter((one) -> one.path("uniqueName").asString("").startsWith("highstage-mail-"))).isEmpty();
		assertThat(operator.complaints()).isEmpty();
		assertThat(back.complaints()).isEmpty();
	}

	private void isEnded() {
		assertThat(row()).containsEntry("status", "ended")
			.containsEntry("sealed_credential", null)
			.containsEntry("customer_reference", "C-9");
	}

	private Map<String, Object> row() {
		return this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
	}

	private String link() {
		ReceivedMail mail = new Inbox(this.microsoft365).await(ADMIN, "has ended");
		Matcher link = LINK.matcher(mail.text());
		assertThat(link.find()).as(mail.text()).isTrue();
		return link.group();
	}

}
