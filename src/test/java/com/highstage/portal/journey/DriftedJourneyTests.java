package com.highstage.portal.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.drift.DriftTest;
import com.highstage.portal.drift.Meddler;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody changes at Microsoft what was finished, and the pages tell of it and mend it.
 */
@DriftTest
@ExtendWith(Chromium.class)
class DriftedJourneyTests {

	private static final String ADMIN = "admin@contoso.example";

	private static final String OPERATORS = "operators@highstage.example";

	private static final String SUPPORT = "support@contoso.example";

	private static final String SALES = "sales@contoso.example";

	private static final String ATTENTION = "needs attention";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern LINK = Pattern.compile("http://\\S+/onboarding(?=\\s)");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatSomebodyChangedIsToldExplainedAndMendedByButtons(Administrator operator, Administrator admin,
			Administrator later) throws Exception {
		Inbox inbox = new Inbox(this.microsoft365);
		connect(operator, admin, inbox);
		Reading highstage = new Reading(this.microsoft365, this.jdbc, this.portal.url().toString());
		assertThat(highstage.opens(SUPPORT)).isTrue();
		settle();

		change();
		assertThat(highstage.opens(SUPPORT)).isFalse();
		later.open("/onboarding").choose(ADMIN).acceptIfAsked().at("/onboarding");
		Awaitility.await("both are seen")
			.atMost(PATIENCE)
			.until(() -> later.reload().text().contains("2 things have changed since your connection was finished"));
		explained(later);
		assertThat(status()).isEqualTo("attention");
		operator.see("Needs attention").see("What is wrong").see("Waits for the administrator");
		PagesInTheBrowserTests.look(operator, "drift-operator");

		ReceivedMail mail = inbox.await(ADMIN, ATTENTION);
		assertThat(mail.text()).contains("The permissions were withdrawn", "Approve the permissions again",
				"A mailbox is no longer open for the application", SUPPORT);
		inbox.await(OPERATORS, ATTENTION);
		later.open(link(mail)).at("/onboarding").pressNamed("Approve the permissions again").at("/onboarding/consent");
		later.goOn().whenReady().open("/onboarding").see("Something has changed");
		later.pressNamed("Open the mailbox again").at("/onboarding/done").see("Your connection is ready");
		Awaitility.await("mended").atMost(PATIENCE).until(() -> status().equals("working"));
		assertThat(highstage.opens(SUPPORT)).isTrue();
		assertThat(highstage.opens(SALES)).isTrue();
		assertThat(later.open("/onboarding").see("Your connection works").text()).doesNotContain("changed since");
		Awaitility.await("the open page follows")
			.atMost(PATIENCE)
			.until(() -> !operator.text().contains("What is wrong") && operator.text().contains("Works"));
		assertThat(inbox.mails(ADMIN, ATTENTION)).hasSize(1);
		assertThat(inbox.mails(OPERATORS, ATTENTION)).hasSize(1);
		assertThat(later.complaints()).isEmpty();
		assertThat(operator.complaints()).isEmpty();
	}

	private static void explained(Administrator later) {
		later.see("The permissions were withdrawn").see("A mailbox is no longer open for the application");
		assertThat(later.page().getByText("Waiting for you").count()).as("consent, mailboxes, check").isEqualTo(3);
		assertThat(later.see("The permissions have to be approved again first").text())
			.as("no press gives both at once")
			.doesNotContain("Open the mailbox again");
		PagesInTheBrowserTests.look(later, "drift-overview");
	}

	private static void connect(Administrator operator, Administrator admin, Inbox inbox) {
		operator.open("/operator/invite").choose("operator@highstage.example").acceptIfAsked().at("/operator/invite");
		operator.type("name", "Contoso A/S").type("address", ADMIN).type("domain", "contoso.example").goOn();
		operator.pressNamed("See the customer");
		admin.open(inbox.link(ADMIN, "")).goOn().choose(ADMIN).acceptIfAsked();
		admin.at("/onboarding/allow").goOn().acceptIfAsked();
		admin.plan(SUPPORT + "\n" + SALES).at("/onboarding/done").see("Your connection is ready");
	}

	private void change() {
		// whoever looks next sees it, Highstage as well
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		Meddler meddler = new Meddler(this.microsoft365);
		meddler.withdrawConsent();
		meddler.close(SUPPORT);
	}

	/**
	 * What differs right after the last change may be that change on its way.
	 */
	private void settle() {
		Awaitility.await("finished")
			.atMost(PATIENCE)
			.until(() -> this.jdbc.sql("select status from onboarding").query(String.class).single().equals("DONE"));
		Instant finished = Clock.systemUTC().instant();
		Awaitility.await("calm")
			.atMost(PATIENCE)
			.until(() -> Clock.systemUTC().instant().isAfter(finished.plusSeconds(1)));
	}

	private static String link(ReceivedMail mail) {
		Matcher link = LINK.matcher(mail.text());
		assertThat(link.find()).as(mail.text()).isTrue();
		return link.group();
	}

	private String status() {
		return this.jdbc.sql("select status from highstage_connection_v1").query(String.class).single();
	}

}
