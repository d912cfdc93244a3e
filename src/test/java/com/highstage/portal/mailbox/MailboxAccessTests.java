package com.highstage.portal.mailbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.database.Database;
import com.highstage.portal.database.OnBothDatabases;
import com.highstage.portal.mailbox.ChosenMailbox.Access;
import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Attempt;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.MailboxAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Mailboxes are opened and closed at the simulator, through the real adapter.
 */
@OnBothDatabases
class MailboxAccessTests {

	private static final String ADMIN = "exchange-admin";

	private static final Set<MailPermission> READING = EnumSet.of(MailPermission.IMAP, MailPermission.POP);

	private static ConnectedMicrosoft connected;

	private final Fabrikam fabrikam;

	MailboxAccessTests(Database database) {
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
	void chosenMailboxesAreOpenedAndNothingElse() {
		register();
		this.fabrikam.choose("service", "legal");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(2, 0, 0));
		assertThat(this.fabrikam.opened()).containsExactlyInAnyOrder("service", "legal");
		ChosenMailbox legal = this.fabrikam.mailbox("legal");
		assertThat(legal.access()).isEqualTo(Access.OPEN);
		assertThat(legal.ours()).isTrue();
		assertThat(legal.type()).isEqualTo("UserMailbox");
		assertThat(legal.openedAt()).isBetween(this.fabrikam.now().minusSeconds(60), this.fabrikam.now());
		assertThat(legal.switches()).isNotNull().matches((switches) -> !switches.imap() && switches.pop());
		assertThat(this.fabrikam.calls("Set-CASMailbox")).isZero();
		assertThat(this.fabrikam.calls("Get-TransportConfig")).isZero();
		assertThat(this.fabrikam.attempts().unknown(this.fabrikam.connection().id())).isEmpty();
	}

	@Test
	void aSecondRunLooksAndChangesNothing() {
		register();
		this.fabrikam.choose("service", "sales");
		carryOut(EnumSet.allOf(MailPermission.class));
		long effects = this.fabrikam.effects();
		ChosenMailbox before = this.fabrikam.mailbox("sales");
		assertThat(carryOut(EnumSet.allOf(MailPermission.class))).isEqualTo(new Outcome(2, 0, 0));
		assertThat(this.fabrikam.effects()).isEqualTo(effects).isEqualTo(1 + 2 * 2);
		assertThat(this.fabrikam.calls("Add-MailboxPermission")).isEqualTo(2);
		assertThat(this.fabrikam.calls("Add-RecipientPermission")).isEqualTo(2);
		assertThat(this.fabrikam.mailbox("sales").openedAt()).isEqualTo(before.openedAt());
		assertThat(this.fabrikam.mailbox("sales").ours()).isTrue();
	}

	@Test
	void onlyWhatIsMissingIsGivenAgain() {
		register();
		this.fabrikam.choose("service", "sales");
		carryOut(READING);
		this.fabrikam.byHand("Remove-MailboxPermission", Map.of("Identity", "sales@fabrikam.example", "User",
				TestConnections.PRINCIPAL.toString(), "AccessRights", List.of("FullAccess"), "Confirm", false));
		carryOut(EnumSet.allOf(MailPermission.class));
		assertThat(this.fabrikam.calls("Add-MailboxPermission")).isEqualTo(3);
		assertThat(this.fabrikam.calls("Add-RecipientPermission")).isEqualTo(2);
		assertThat(this.fabrikam.calls("Get-TransportConfig")).isEqualTo(1);
		assertThat(this.fabrikam.opened()).containsExactlyInAnyOrder("service", "sales");
	}

	@Test
	void oneThatIsMissingDoesNotKeepTheOthersClosed() {
		register();
		this.fabrikam.choose("aaa-nobody", "service", "zzz-nobody");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(1, 2, 0));
		assertThat(this.fabrikam.accesses())
			.isEqualTo(Map.of("aaa-nobody", "MISSING", "service", "OPEN", "zzz-nobody", "MISSING"));
	}

	@Test
	void whatExchangeRefusesIsExplainedAndTheOthersGoOn() {
		this.fabrikam.choose("service", "sales");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(0, 2, 0));
		assertThat(this.fabrikam.mailboxes()).allSatisfy((row) -> {
			assertThat(row.access()).isEqualTo(Access.FAILED);
			assertThat(row.ours()).isFalse();
			assertThat(row.explanation()).isNotNull()
				.extracting(Explanation::key)
				.isEqualTo("not-registered-in-exchange");
		});
		register();
		assertThat(carryOut(READING)).isEqualTo(new Outcome(2, 0, 0));
		assertThat(this.fabrikam.mailboxes()).extracting(ChosenMailbox::explanation).containsOnlyNulls();
	}

	@Test
	void accessIsTakenAwayFromThoseOffTheList() {
		register();
		this.fabrikam.choose("service", "sales", "legal");
		carryOut(EnumSet.allOf(MailPermission.class));
		this.fabrikam.choose("sales");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(1, 0, 0));
		assertThat(this.fabrikam.opened()).containsExactly("sales");
		assertThat(this.fabrikam.accesses()).isEqualTo(Map.of("sales", "OPEN"));
		assertThat(this.fabrikam.calls("Remove-MailboxPermission")).isEqualTo(2);
		assertThat(this.fabrikam.calls("Remove-RecipientPermission")).isEqualTo(2);
	}

	@Test
	void anAliasThatAScriptNamedTakesNothingFromTheMailboxThatIsWantedByItsAddress() {
		register();
		this.fabrikam.choose("help");
		this.fabrikam.leaving().handedOut(this.fabrikam.connection().id(), this.fabrikam.now());
		this.fabrikam.choose("service");
		assertThat(this.fabrikam.accesses()).containsOnlyKeys("help", "service");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(1, 0, 0));
		assertThat(this.fabrikam.accesses()).isEqualTo(Map.of("service", "OPEN"));
		assertThat(this.fabrikam.opened()).containsExactly("service");
	}

	@Test
	void anotherAddressBecomesThePrimaryOne() {
		register();
		this.fabrikam.choose("help", "sales");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(2, 0, 0));
		assertThat(this.fabrikam.accesses()).isEqualTo(Map.of("service", "OPEN", "sales", "OPEN"));
		this.fabrikam.choose("help", "sales");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(2, 0, 0));
		assertThat(this.fabrikam.opened()).containsExactlyInAnyOrder("service", "sales");
	}

	@Test
	void twoAddressesOfOneMailboxBecomeOneEvenIfItWasTakenOffTheList() {
		register();
		this.fabrikam.choose("service");
		carryOut(READING);
		this.fabrikam.choose("help");
		assertThat(carryOut(READING).open()).isEqualTo(1);
		assertThat(this.fabrikam.mailboxes()).singleElement().satisfies((row) -> {
			assertThat(row.wanted()).isTrue();
			assertThat(row.access()).isEqualTo(Access.OPEN);
		});
		assertThat(this.fabrikam.opened()).containsExactly("service");
	}

	@Test
	void aThrottledRunKeepsWhatItDidAndGoesOnLater() {
		register();
		this.fabrikam.choose("service", "sales", "legal");
		connected.microsoft365().fault(Fault.before("Add-MailboxPermission", "429").nth(2).retryAfter("60"));
		assertThatExceptionOfType(MicrosoftException.class).isThrownBy(() -> carryOut(READING))
			.satisfies((ex) -> assertThat(ex.failure().retryAfter()).hasSeconds(60));
		assertThat(this.fabrikam.count().of(Access.OPEN)).isPositive();
		assertThat(carryOut(READING)).isEqualTo(new Outcome(3, 0, 0));
		assertThat(this.fabrikam.effects()).isEqualTo(1 + 3);
	}

	@Test
	void withoutTheRoleNothingElseIsTried() {
		this.fabrikam.choose("service", "sales", "legal");
		assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.fabrikam.access()
				.carryOut(this.fabrikam.work("app-admin"), TestConnections.PRINCIPAL, READING))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.TELL_ADMIN));
		assertThat(this.fabrikam.accesses().values()).containsOnly("UNKNOWN");
		assertThat(this.fabrikam.effects()).isZero();
	}

	@Test
	void anUnknownGrantIsReadBeforeItIsTriedAgain() {
		register();
		this.fabrikam.choose("service");
		connected.microsoft365().fault(Fault.after("Add-MailboxPermission", "reset"));
		assertThat(carryOut(READING)).isEqualTo(new Outcome(0, 0, 1));
		assertThat(this.fabrikam.mailbox("service").ours()).isTrue();
		assertThat(this.fabrikam.attempts().unknown(this.fabrikam.connection().id())).singleElement()
			.extracting(Attempt::subject)
			.isEqualTo("service@fabrikam.example FullAccess");
		assertThat(carryOut(READING)).isEqualTo(new Outcome(1, 0, 0));
		assertThat(this.fabrikam.calls("Add-MailboxPermission")).isEqualTo(1);
	}

	@Test
	void whatWasGivenIsOursWhereTheRestIsRefused() {
		register();
		this.fabrikam.choose("service");
		connected.microsoft365().fault(Fault.before("Add-RecipientPermission", "429").retryAfter("60"));
		assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> carryOut(EnumSet.allOf(MailPermission.class)));
		assertThat(this.fabrikam.calls("Add-MailboxPermission")).isEqualTo(1);
		assertThat(this.fabrikam.mailbox("service").ours()).isTrue();
	}

	@Test
	void aProtocolIsSwitchedOnWhereSomebodySaidSo() {
		register();
		this.fabrikam.choose("legal");
		carryOut(READING);
		this.fabrikam.access()
			.switchOn(this.fabrikam.work(ADMIN), new MailboxAddress("legal@fabrikam.example"),
					EnumSet.of(MailPermission.IMAP));
		assertThat(this.fabrikam.mailbox("legal").switches()).isNotNull().matches((switches) -> switches.imap());
		assertThat(this.fabrikam.mailbox("legal").access()).isEqualTo(Access.OPEN);
	}

	private void register() {
		ExchangeFacts facts = this.fabrikam.access()
			.register(this.fabrikam.work(ADMIN), this.fabrikam.connection(), "Highstage Mail", false);
		assertThat(facts.state()).isEqualTo(ExchangeFacts.State.REGISTERED);
	}

	private Outcome carryOut(Set<MailPermission> permissions) {
		return this.fabrikam.access().carryOut(this.fabrikam.work(ADMIN), TestConnections.PRINCIPAL, permissions);
	}

}
