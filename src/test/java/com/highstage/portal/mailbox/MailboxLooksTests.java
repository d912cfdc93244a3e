package com.highstage.portal.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.ExchangeFacts.State;
import com.highstage.portal.mailbox.MailboxLookUp.Answer;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pages look mailboxes up at the simulator, through the real adapter.
 */
@OnBothDatabases
class MailboxLooksTests {

	private static final Set<MailPermission> IMAP = EnumSet.of(MailPermission.IMAP);

	private static ConnectedMicrosoft connected;

	private final Fabrikam fabrikam;

	MailboxLooksTests(Database database) {
		this.fabrikam = new Fabrikam(database, connected);
	}

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void startAfresh() {
		connected.calm();
	}

	@Test
	void typedAddressesGetTheirAnswers() {
		Map<MailboxAddress, Answer> answers = this.fabrikam.lookUp()
			.look(this.fabrikam.signIn("exchange-admin"), addresses("service", "help", "nobody"));
		assertThat(answers.get(address("service"))).isInstanceOfSatisfying(Answer.Exists.class,
				(found) -> assertThat(found.mailbox().type()).isEqualTo("SharedMailbox"));
		assertThat(answers.get(address("help"))).isInstanceOfSatisfying(Answer.OtherAddress.class,
				(found) -> assertThat(found.mailbox().address()).isEqualTo(address("service")));
		assertThat(answers.get(address("nobody"))).isEqualTo(new Answer.Missing());
	}

	@Test
	void whereExchangeDoesNotSaySoItIsSaid() {
		Map<MailboxAddress, Answer> answers = this.fabrikam.lookUp()
			.look(this.fabrikam.signIn("app-admin"), addresses("service", "sales"));
		assertThat(answers.values()).hasSize(2)
			.allSatisfy((answer) -> assertThat(answer).isInstanceOfSatisfying(Answer.NotAsked.class,
					(not) -> assertThat(not.explanation().key()).isEqualTo("exchange-role-too-small")));
	}

	@Test
	void aPageWaitsForSecondsOnly() {
		var admin = this.fabrikam.signIn("exchange-admin");
		this.fabrikam.hurry();
		connected.microsoft365().settings(Map.of("latencyMillis", 1500));
		List<MailboxAddress> many = IntStream.range(0, 80).mapToObj((number) -> address("m" + number)).toList();
		Instant begun = Instant.now();
		Map<MailboxAddress, Answer> answers = this.fabrikam.lookUp().look(admin, many);
		assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
		assertThat(answers.values()).filteredOn(Answer.Missing.class::isInstance).hasSizeBetween(1, 16);
		assertThat(answers.values()).filteredOn(Answer.NotAsked.class::isInstance)
			.hasSizeGreaterThan(60)
			.allSatisfy(
					(answer) -> assertThat(((Answer.NotAsked) answer).explanation().key()).isEqualTo("look-up-late"));
	}

	@Test
	void searchingFindsByName() {
		assertThat(this.fabrikam.lookUp().search(this.fabrikam.signIn("exchange-admin"), "serv"))
			.extracting(Mailbox::address)
			.contains(address("service"));
	}

	@Test
	void lookingChangesRowsAndNothingAtMicrosoft() {
		this.fabrikam.access()
			.register(this.fabrikam.work("exchange-admin"), this.fabrikam.connection(), "Highstage Mail", false);
		this.fabrikam.byHand("Add-MailboxPermission", Map.of("Identity", "sales@fabrikam.example", "User",
				TestConnections.PRINCIPAL.toString(), "AccessRights", List.of("FullAccess"), "AutoMapping", false));
		this.fabrikam.choose("help", "sales", "nobody");
		long effects = this.fabrikam.effects();
		assertThat(look("exchange-admin").state()).isEqualTo(State.REGISTERED);
		assertThat(this.fabrikam.effects()).isEqualTo(effects);
		assertThat(this.fabrikam.accesses())
			.isEqualTo(Map.of("service", "CLOSED", "sales", "OPEN", "nobody", "MISSING"));
		assertThat(this.fabrikam.mailbox("sales").ours()).isFalse();
		assertThat(this.fabrikam.mailbox("sales").openedAt()).isNotNull();
	}

	@Test
	void aLookForgetsWhatIsOffTheListAndClosedAndKeepsWhatIsOpen() {
		this.fabrikam.access()
			.register(this.fabrikam.work("exchange-admin"), this.fabrikam.connection(), "Highstage Mail", false);
		this.fabrikam.byHand("Add-MailboxPermission", Map.of("Identity", "sales@fabrikam.example", "User",
				TestConnections.PRINCIPAL.toString(), "AccessRights", List.of("FullAccess"), "AutoMapping", false));
		this.fabrikam.choose("sales", "service", "nobody");
		this.fabrikam.leaving().handedOut(this.fabrikam.connection().id(), this.fabrikam.now());
		this.fabrikam.choose();
		assertThat(this.fabrikam.count().leaving()).isEqualTo(3);
		look("exchange-admin");
		assertThat(this.fabrikam.accesses()).isEqualTo(Map.of("sales", "OPEN"));
		assertThat(this.fabrikam.count().leaving()).isEqualTo(1);
	}

	@Test
	void atMostTwelveAreLookedAtTheLongestUnseenFirst() {
		connected.microsoft365().settings(Map.of("extraMailboxes", 20));
		this.fabrikam.choose(IntStream.rangeClosed(1, 20).mapToObj("box-%04d"::formatted).toArray(String[]::new));
		look("exchange-admin");
		assertThat(this.fabrikam.count()).isEqualTo(new MailboxCount(Map.of(Access.CLOSED, 12, Access.UNKNOWN, 8), 0));
		look("exchange-admin");
		assertThat(this.fabrikam.count().of(Access.CLOSED)).isEqualTo(20);
	}

	@Test
	void oneLostAnswerKeepsWhatIsKnown() {
		this.fabrikam.choose("service", "sales");
		connected.microsoft365().fault(Fault.before("Get-CASMailbox", "garbage"));
		look("exchange-admin");
		assertThat(this.fabrikam.count()).isEqualTo(new MailboxCount(Map.of(Access.CLOSED, 1, Access.UNKNOWN, 1), 0));
	}

	@Test
	void withoutTheRoleLookingFails() {
		this.fabrikam.choose("service");
		assertThatExceptionOfType(MicrosoftException.class).isThrownBy(() -> look("app-admin"));
		assertThat(this.fabrikam.mailbox("service").lookedUpAt()).isNull();
	}

	private ExchangeFacts look(String who) {
		return this.fabrikam.access().look(this.fabrikam.signIn(who), this.fabrikam.connection(), IMAP);
	}

	private static List<MailboxAddress> addresses(String... names) {
		return Stream.of(names).map(MailboxLooksTests::address).toList();
	}

	private static MailboxAddress address(String name) {
		return new MailboxAddress(name + "@" + Fabrikam.DOMAIN);
	}

}
