package com.highstage.portal.renewal.reminder;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.renewal.Reminder;
import com.highstage.portal.renewal.Reminder.Recipient;
import com.highstage.portal.renewal.Reminder.State;
import com.highstage.portal.site.Language;
import com.highstage.portal.verification.Trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class ReminderRoundTests {

	private static final String CONTACT = "it@contoso.example";

	private static final String OPERATORS = Remembered.OPERATORS.value();

	private final Remembered all;

	private final ReminderRound round;

	ReminderRoundTests(Database database) {
		this.all = new Remembered(database);
		this.round = this.all.round(Remembered.OPERATORS);
	}

	@Test
	void eachReminderOnceForEachRecipientUntilTheEndAndOnceAfterIt() {
		Connection connection = this.all.connected(180);
		this.all.contact(connection, CONTACT, true);
		days(200);
		assertThat(this.all.mailsTo(CONTACT)).containsExactly("renewal 60", "renewal 30", "renewal 14", "renewal 7",
				"renewal 1", "renewal 0");
		assertThat(this.all.mailsTo(OPERATORS)).hasSize(6);
		assertThat(this.all.outbox.queued()).filteredOn((mail) -> mail.to().value().equals(CONTACT))
			.allMatch((mail) -> mail.letter().language() == Language.DANISH)
			.allMatch((mail) -> String.valueOf(mail.letter().values().get("link"))
				.endsWith("/sign-in?organisation=" + connection.tenant() + "&then=/onboarding/renewal"));
		assertThat(this.all.reminders.of(connection.id())).hasSize(12)
			.allMatch((reminder) -> reminder.state() == State.SENT)
			.filteredOn((reminder) -> reminder.recipient() == Recipient.CUSTOMER)
			.extracting(Reminder::threshold)
			.containsExactly(0, 1, 7, 14, 30, 60);
	}

	@Test
	void theEndIsTroubleAndNotBefore() {
		Connection connection = this.all.connected(10);
		days(9);
		assertThat(this.all.troubles.of(connection.id())).isEmpty();
		assertThat(this.all.status(connection.id())).isEqualTo("working");
		days(2);
		assertThat(this.all.troubles.of(connection.id())).extracting(Trouble::kind, Trouble::source)
			.containsExactly(tuple(Trouble.Kind.SECRET_ENDED, Trouble.Source.PORTAL));
		assertThat(this.all.status(connection.id())).isEqualTo("attention");
	}

	@Test
	void whatIsRenewedJustWhenItEndsIsNoTroubleForEver() {
		Connection connection = this.all.connected(10);
		this.all.contact(connection, CONTACT, true);
		this.all.clock.move(Duration.ofDays(11));
		this.all.round(Remembered.OPERATORS, this.all.after(() -> this.all.renewed(connection, 180))).run();
		assertThat(this.all.in(() -> this.all.credentials.offered(connection.id()))).get()
			.satisfies((offered) -> assertThat(offered.sequence()).isEqualTo(2));
		assertThat(this.all.troubles.of(connection.id())).isEmpty();
		assertThat(this.all.status(connection.id())).isEqualTo("working");
	}

	@Test
	void oneThatCannotBeRemindedOfKeepsNobodyElseFromIt() {
		for (String contact : List.of("broken@contoso.example", CONTACT)) {
			this.all.contact(this.all.connected(61), contact, true);
			this.all.clock.move(Duration.ofSeconds(1));
		}
		this.all.clock.move(Duration.ofDays(2));
		this.all.outbox.refuses("broken@contoso.example");
		this.round.run();
		assertThat(this.all.mailsTo(CONTACT)).containsExactly("renewal 59");
		this.all.outbox.refuses("");
		this.round.run();
		assertThat(this.all.mailsTo("broken@contoso.example")).containsExactly("renewal 59");
		assertThat(this.all.mailsTo(CONTACT)).hasSize(1);
	}

	@Test
	void afterAPauseOnlyTheNearestIsSent() {
		Connection connection = this.all.connected(180);
		this.all.contact(connection, CONTACT, true);
		this.all.clock.move(Duration.ofDays(170));
		this.round.run();
		assertThat(this.all.mailsTo(CONTACT)).as("as many days as are left").containsExactly("renewal 10");
		days(20);
		assertThat(this.all.mailsTo(CONTACT)).containsExactly("renewal 10", "renewal 7", "renewal 1", "renewal 0");
	}

	@Test
	void aSecretThatLivesShortIsNotRemindedOfAtItsBirth() {
		Connection connection = this.all.connected(30);
		this.all.contact(connection, CONTACT, true);
		days(15);
		assertThat(this.all.mailsTo(CONTACT)).isEmpty();
		days(2);
		assertThat(this.all.mailsTo(CONTACT)).containsExactly("renewal 14");
	}

	@Test
	void aRenewedOrErasedSecretIsNotRemindedOf() {
		Connection renewed = this.all.connected(60);
		Connection ended = this.all.connected(60);
		this.all.contact(renewed, CONTACT, true);
		this.all.contact(ended, CONTACT, true);
		days(1);
		this.all.renewed(renewed, 365);
		this.all.in(() -> {
			this.all.credentials.erase(ended.id());
			return ended;
		});
		days(70);
		assertThat(this.all.mailsTo(CONTACT)).isEmpty();
		assertThat(this.all.troubles.of(renewed.id())).isEmpty();
	}

	@Test
	void withoutAnAddressTheOperatorsAreToldSo() {
		Connection connection = this.all.connected(61);
		this.all.contact(connection, CONTACT, false);
		days(2);
		assertThat(this.all.outbox.queued()).singleElement()
			.satisfies((mail) -> assertThat(mail.to()).isEqualTo(Remembered.OPERATORS))
			.satisfies((mail) -> assertThat(mail.letter().values().get("told")).isEqualTo(""));
		assertThat(this.all.reminders.of(connection.id())).extracting(Reminder::recipient, Reminder::state)
			.containsExactly(tuple(Recipient.CUSTOMER, State.NO_ADDRESS), tuple(Recipient.OPERATORS, State.SENT));
	}

	@Test
	void withoutAMailServerItIsNotedThatNobodyWasTold() {
		this.all.outbox.withoutServer();
		Connection connection = this.all.connected(61);
		this.all.contact(connection, CONTACT, true);
		days(2);
		assertThat(this.all.outbox.queued()).isEmpty();
		assertThat(this.all.reminders.of(connection.id())).hasSize(2)
			.allMatch((reminder) -> reminder.state() == State.NO_SERVER && reminder.address().isEmpty());
	}

	@Test
	void twoProcessesAtTheSameTimeRemindOnce() {
		IntStream.range(0, 20).forEach((place) -> {
			Connection connection = this.all.connected(61);
			this.all.contact(connection, "it" + place + "@contoso.example", true);
		});
		this.all.clock.move(Duration.ofDays(2));
		ReminderRound other = this.all.round(Remembered.OPERATORS);
		CompletableFuture.allOf(CompletableFuture.runAsync(this.round::run), CompletableFuture.runAsync(other::run))
			.join();
		List<String> told = this.all.outbox.queued().stream().map((mail) -> mail.to().value()).toList();
		assertThat(told).filteredOn((address) -> address.endsWith("contoso.example"))
			.hasSize(20)
			.doesNotHaveDuplicates();
		assertThat(told).hasSize(40);
	}

	private void days(int days) {
		for (int day = 0; day < days; day++) {
			this.all.clock.move(Duration.ofDays(1));
			this.round.run();
		}
	}

}
