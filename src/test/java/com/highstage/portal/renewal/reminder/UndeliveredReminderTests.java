package com.highstage.portal.renewal.reminder;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.renewal.Reminder;
import com.highstage.portal.renewal.Reminder.State;
import com.highstage.portal.renewal.Reminders;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who was reminded shows whether the mail server took the mail.
 */
@JourneyTest
class UndeliveredReminderTests {

	private static final String ADMIN = "admin@contoso.example";

	private static final String CONTACT = "it@contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Connections connections;

	@Autowired
	private ReminderRound round;

	@Autowired
	private Reminders reminders;

	@Autowired
	private JdbcClient jdbc;

	private Person admin;

	@BeforeEach
	void connect() {
		this.traveller.reset();
		new PlainJourney(this.portal.url()).travel(ADMIN, "support@contoso.example");
		this.admin = this.traveller.latest(ADMIN);
		this.traveller.awaitEnd(this.admin);
		this.traveller.contact(this.admin, CONTACT, Language.ENGLISH);
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		this.jdbc.sql("update credential set expires_at = :at, created_at = :made")
			.param("at", now.plus(Duration.ofDays(6)))
			.param("made", now.minus(Duration.ofDays(174)))
			.update();
	}

	@Test
	void whatTheMailServerTookOverIsSent() {
		this.round.run();
		awaitStates(State.SENT);
		assertThat(page()).contains("Sent to", CONTACT);
	}

	@Test
	void whatTheMailServerRefusedIsNotCalledSent() {
		this.microsoft365.settings(Map.of("mailRefusal", "550"));
		this.round.run();
		awaitStates(State.UNDELIVERED);
		assertThat(page()).contains("Could not be delivered to", CONTACT).doesNotContain("Sent to");
	}

	@Test
	void whatTheMailServerTakesLaterIsOnItsWay() {
		this.microsoft365.settings(Map.of("mailRefusal", "451"));
		this.round.run();
		awaitStates(State.ON_ITS_WAY);
		assertThat(page()).contains("On its way to", CONTACT);
	}

	private void awaitStates(State expected) {
		Awaitility.await().untilAsserted(() -> assertThat(states()).isNotEmpty().containsOnly(expected));
	}

	private List<State> states() {
		return this.reminders.of(this.connections.find(this.admin.tenant()).orElseThrow().id())
			.stream()
			.filter((reminder) -> !reminder.address().isEmpty())
			.map(Reminder::state)
			.toList();
	}

	private String page() {
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn(ADMIN);
		return surfer.open("/onboarding/renewal").body();
	}

}
