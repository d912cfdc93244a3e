package com.highstage.portal.microsoft;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;

class MailboxesTests {

	private static final MailboxAddress SUPPORT = new MailboxAddress("support@contoso.example");

	private static final MailboxAddress ARCHIVE = new MailboxAddress("archive@contoso.example");

	private static final MailboxAddress NOBODY = new MailboxAddress("nobody@contoso.example");

	private static final Set<Right> ALL = EnumSet.allOf(Right.class);

	private static ConnectedMicrosoft connected;

	private final ObjectId principal = new ObjectId(UUID.randomUUID());

	private Mailboxes mailboxes;

	private Delegation admin;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void signIn() {
		connected.calm();
		connected.microsoft365().settings(Map.of("extraMailboxes", 0));
		this.mailboxes = connected.bean(Mailboxes.class);
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
	}

	@Test
	void aSearchFindsByTheBeginningOfANameOrAddress() {
		Assertions.assertThat(this.mailboxes.search(this.admin, " desk ", 10))
			.containsExactly(new Mailbox(new MailboxAddress("orders@contoso.example"), new PlainName("Order Desk"),
					"UserMailbox"));
		Assertions.assertThat(addresses(this.mailboxes.search(this.admin, "info@", 10)))
			.containsExactly("info@contoso.example");
		Assertions.assertThat(this.mailboxes.search(this.admin, "zebra", 10)).isEmpty();
	}

	@Test
	void aSearchForNothingShowsTheFirstOnesByName() {
		Assertions.assertThat(this.mailboxes.search(this.admin, "  ", 100))
			.hasSize(6)
			.extracting((found) -> found.displayName().value())
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
		Assertions.assertThat(this.mailboxes.search(this.admin, "", 2)).hasSize(2);
	}

	@Test
	void aLongListIsReadPageByPage() {
		connected.microsoft365().settings(Map.of("extraMailboxes", 500));
		List<Mailbox> found = this.mailboxes.search(this.admin, "box-", 450);
		Assertions.assertThat(found).hasSize(450).doesNotHaveDuplicates();
		Assertions.assertThat(
				connected.microsoft365().journal().stream().filter((call) -> call.call().equals("Get-Mailbox")).count())
			.isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "orders@contoso.example", "SHOP@contoso.example", "o.orders@contoso.example" })
	void aMailboxIsFoundByAnyOfItsAddresses(String address) {
		Assertions.assertThat(this.mailboxes.find(this.admin, new MailboxAddress(address)))
			.map(Mailbox::address)
			.contains(new MailboxAddress("orders@contoso.example"));
	}

	@Test
	void noMailboxIsNoFailure() {
		Assertions.assertThat(this.mailboxes.find(this.admin, NOBODY)).isEmpty();
	}

	@Test
	void switchesAreReadAndSwitchedOnOneByOne() {
		Assertions.assertThat(this.mailboxes.switches(this.admin, ARCHIVE)).isEqualTo(new Switches(false, true, null));
		this.mailboxes.switchOn(this.admin, ARCHIVE, Set.of(MailPermission.IMAP));
		Assertions.assertThat(this.mailboxes.switches(this.admin, ARCHIVE)).isEqualTo(new Switches(true, true, null));
		this.mailboxes.switchOn(this.admin, ARCHIVE, EnumSet.allOf(MailPermission.class));
		Assertions.assertThat(this.mailboxes.switches(this.admin, ARCHIVE)).isEqualTo(new Switches(true, true, false));
	}

	@Test
	void theOrganisationsDefaultForSmtpIsRead() {
		Assertions.assertThat(this.mailboxes.smtpOffByDefault(this.admin)).isFalse();
		Delegation tailspin = connected.signIn("admin@tailspin.example", "tailspin.example");
		Assertions.assertThat(this.mailboxes.smtpOffByDefault(tailspin)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(Right.class)
	void aRightIsGivenOnceOrTwiceAndTaken(Right right) {
		register();
		Assertions.assertThat(held()).isEmpty();
		this.mailboxes.grant(this.admin, SUPPORT, this.principal, right);
		this.mailboxes.grant(this.admin, SUPPORT, this.principal, right);
		Assertions.assertThat(held()).containsExactly(right);
		this.mailboxes.take(this.admin, SUPPORT, this.principal, right);
		Assertions.assertThat(held()).isEmpty();
		Assertions.assertThatCode(() -> this.mailboxes.take(this.admin, SUPPORT, this.principal, right))
			.doesNotThrowAnyException();
	}

	@Test
	void noOutlookOpensTheMailboxByItself() {
		register();
		this.mailboxes.grant(this.admin, SUPPORT, this.principal, Right.FULL_ACCESS);
		Assertions
			.assertThat(connected.microsoft365()
				.organisation("contoso.example")
				.path("exchange")
				.path("mailboxPermissions")
				.toString())
			.contains("\"autoMapping\":false");
	}

	@Test
	void onlyWhatIsAskedAboutIsLookedAt() {
		register();
		this.mailboxes.grant(this.admin, SUPPORT, this.principal, Right.SEND_AS);
		Assertions.assertThat(this.mailboxes.rights(this.admin, SUPPORT, this.principal, Set.of(Right.FULL_ACCESS)))
			.isEmpty();
		Assertions.assertThat(connected.microsoft365().journal())
			.noneMatch((call) -> call.call().equals("Get-RecipientPermission"));
	}

	@Test
	void anApplicationThatExchangeDoesNotKnowHasNoRights() {
		Assertions.assertThat(held()).isEmpty();
		Failure failure = failure(() -> this.mailboxes.grant(this.admin, SUPPORT, this.principal, Right.FULL_ACCESS));
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.NOT_REGISTERED_IN_EXCHANGE.key());
		Assertions.assertThat(Explanations.of(failure.later()).key()).isEqualTo(Cause.STILL_SPREADING.key());
	}

	@Test
	void aMailboxThatDoesNotExistIsToldByEachCommand() {
		register();
		for (ThrowingCallable command : List.<ThrowingCallable>of(() -> this.mailboxes.switches(this.admin, NOBODY),
				() -> this.mailboxes.switchOn(this.admin, NOBODY, Set.of(MailPermission.POP)),
				() -> this.mailboxes.rights(this.admin, NOBODY, this.principal, ALL),
				() -> this.mailboxes.grant(this.admin, NOBODY, this.principal, Right.FULL_ACCESS))) {
			Failure failure = failure(command);
			Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
			Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.MAILBOX_UNKNOWN.key());
		}
		Assertions.assertThatCode(() -> this.mailboxes.take(this.admin, NOBODY, this.principal, Right.FULL_ACCESS))
			.doesNotThrowAnyException();
	}

	private void register() {
		connected.bean(ExchangeRegistrations.class)
			.add(this.admin, new ClientId(UUID.randomUUID()), this.principal, "Highstage Mail");
	}

	private Set<Right> held() {
		return this.mailboxes.rights(this.admin, SUPPORT, this.principal, ALL);
	}

	private static Failure failure(ThrowingCallable command) {
		return Assertions.catchThrowableOfType(MicrosoftException.class, command).failure();
	}

	private static List<String> addresses(List<Mailbox> found) {
		return found.stream().map((one) -> one.address().value()).toList();
	}

}
