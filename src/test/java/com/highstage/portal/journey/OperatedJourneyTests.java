package com.highstage.portal.journey;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class OperatedJourneyTests {

	private static final String OPERATOR = "operator@highstage.example";

	private static final String DEVELOPER = "developer@fabrikam.example";

	private static final String BOSS = "global-admin@fabrikam.example";

	private static final String EXCHANGE = "exchange-admin@fabrikam.example";

	private static final String CUSTOMER = "Fabrikam Denmark";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Test
	void theListFollowsEveryMoveOfThoseWhoWereInvited(Administrator operator, Administrator developer,
			Administrator boss, Administrator exchange, Administrator watching) {
		Inbox inbox = new Inbox(this.microsoft365);
		operator.open("/operator/invite").choose(OPERATOR).acceptIfAsked().at("/operator/invite");
		DeskList list = DeskList.watchedBy(watching, "viewer@highstage.example");
		operator.type("name", CUSTOMER).type("reference", "C-4711").type("address", DEVELOPER).goOn();
		list.shows(CUSTOMER, "Invitation sent");
		String link = inbox.link(DEVELOPER, "");
		openAsScannersDo(link);
		list.shows(CUSTOMER, "Invitation sent");
		developer.open(link).goOn();
		list.shows(CUSTOMER, "Link opened");
		developer.choose(DEVELOPER).acceptIfAsked().at("/onboarding/allow");
		list.shows(CUSTOMER, "Signed in");
		developer.goOn().type("address", BOSS).goOn().see("is on its way");
		list.shows(CUSTOMER, "Waits for a colleague", "Allow");
		boss.open(inbox.link(BOSS, "allow the mailbox setup")).goOn().choose(BOSS).accept();
		assertThat(boss.text()).contains("Thank you");
		list.shows(CUSTOMER, "Waits for the administrator", "Allow");
		developer.open("/onboarding").goOn().at("/onboarding/allow").goOn().plan("").whenReady();
		list.shows(CUSTOMER, "Waits for a colleague", "Consent");
		developer.at("/onboarding/mailboxes").open("/onboarding/colleague/consent");
		developer.type("address", BOSS).goOn().see("is on its way");
		boss.open(inbox.link(BOSS, "consent to mailbox permissions")).goOn().acceptIfAsked();
		assertThat(boss.text()).contains("Thank you");
		list.shows(CUSTOMER, "Waits for the administrator", "Mailboxes");
		developer.open("/onboarding/colleague/mailboxes").type("address", EXCHANGE).goOn().see("is on its way");
		exchange.open(inbox.link(EXCHANGE, "open mailboxes")).goOn().choose(EXCHANGE).acceptIfAsked();
		exchange.at("/onboarding/mailboxes").type("mailboxes", "service@fabrikam.example\nsales@fabrikam.example");
		exchange.pressNamed("Open these mailboxes").at("/onboarding/done").see("Your connection is ready");
		list.shows(CUSTOMER, "Works");
		assertThat(list.wasLoadedOnce()).isTrue();
		assertThat(watching.complaints()).isEmpty();
	}

	/**
	 * A hundred times: half of them look at the page, the others only ask where it is.
	 */
	private void openAsScannersDo(String link) {
		for (int time = 0; time < 100; time++) {
			Surfer scanner = new Surfer(this.portal.url());
			HttpRequest.Builder head = HttpRequest.newBuilder(URI.create(link)).method("HEAD", BodyPublishers.noBody());
			assertThat((time % 2 == 0) ? scanner.open(link).status() : scanner.send(head).statusCode())
				.as("time " + time)
				.isLessThan(400);
		}
	}

}
