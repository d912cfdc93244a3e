package com.highstage.portal.microsoft;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * Every kind of fault on every command: the right kind of failure, and never a second
 * call.
 */
class ExchangeFaultTests {

	private static final MailboxAddress SUPPORT = new MailboxAddress("support@contoso.example");

	private static final ObjectId PRINCIPAL = new ObjectId(UUID.randomUUID());

	private static ConnectedMicrosoft connected;

	private static Delegation admin;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
		admin = connected.signIn("admin@contoso.example", "contoso.example");
		registrations().add(admin, new ClientId(UUID.randomUUID()), PRINCIPAL, "Highstage Mail");
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	static Stream<Arguments> commands() {
		return Stream.of(reading("Get-ServicePrincipal", () -> registrations().list(admin)),
				reading("Get-Mailbox", () -> mailboxes().find(admin, SUPPORT)),
				reading("Get-CASMailbox", () -> mailboxes().switches(admin, SUPPORT)),
				reading("Get-TransportConfig", () -> mailboxes().smtpOffByDefault(admin)),
				reading("Get-MailboxPermission",
						() -> mailboxes().rights(admin, SUPPORT, PRINCIPAL, Set.of(Right.FULL_ACCESS))),
				reading("Get-RecipientPermission",
						() -> mailboxes().rights(admin, SUPPORT, PRINCIPAL, Set.of(Right.SEND_AS))),
				changing("New-ServicePrincipal",
						() -> registrations().add(admin, new ClientId(UUID.randomUUID()),
								new ObjectId(UUID.randomUUID()), "Mail")),
				changing("Remove-ServicePrincipal",
						() -> registrations().remove(admin, new ObjectId(UUID.randomUUID()))),
				changing("Set-CASMailbox", () -> mailboxes().switchOn(admin, SUPPORT, Set.of(MailPermission.IMAP))),
				changing("Add-MailboxPermission",
						() -> mailboxes().grant(admin, SUPPORT, PRINCIPAL, Right.FULL_ACCESS)),
				changing("Remove-MailboxPermission",
						() -> mailboxes().take(admin, SUPPORT, PRINCIPAL, Right.FULL_ACCESS)),
				changing("Add-RecipientPermission", () -> mailboxes().grant(admin, SUPPORT, PRINCIPAL, Right.SEND_AS)),
				changing("Remove-RecipientPermission",
						() -> mailboxes().take(admin, SUPPORT, PRINCIPAL, Right.SEND_AS)));
	}

	static Stream<Arguments> faults() {
		return commands().flatMap((command) -> {
			Object[] parts = command.get();
			String name = (String) parts[0];
			Kind lost = (Kind) parts[2];
			return Stream.of(Arguments.of(Fault.before(name, "401"), parts[1], Kind.SIGN_IN_AGAIN),
					Arguments.of(Fault.before(name, "403"), parts[1], Kind.TELL_ADMIN),
					Arguments.of(Fault.before(name, "429"), parts[1], Kind.RETRY_LATER),
					Arguments.of(Fault.before(name, "500"), parts[1], Kind.RETRY_LATER),
					Arguments.of(Fault.before(name, "503").retryAfter("0"), parts[1], Kind.RETRY_LATER),
					Arguments.of(Fault.after(name, "504"), parts[1], Kind.RETRY_LATER),
					Arguments.of(Fault.before(name, "reset"), parts[1], lost),
					Arguments.of(Fault.after(name, "reset"), parts[1], lost),
					Arguments.of(Fault.after(name, "garbage"), parts[1], lost),
					Arguments.of(Fault.after(name, "empty"), parts[1], lost));
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void eachFaultOnEachCommandIsWhatItIsAndIsNotRepeated(Fault fault, ThrowingCallable command, Kind expected) {
		long before = asked(fault.call());
		connected.microsoft365().fault(fault);
		Failure failure = failure(command);
		Assertions.assertThat(failure.kind()).isEqualTo(expected);
		Assertions.assertThat(failure.reference()).isNotBlank();
		Assertions.assertThat(asked(fault.call()) - before).isEqualTo(1);
	}

	@Test
	void aCommandWithoutAnswerEndsInTime() {
		connected.microsoft365().fault(Fault.after("Add-MailboxPermission", "timeout"));
		try (ConnectedMicrosoft impatient = connected.impatient()) {
			Instant start = Instant.now();
			Failure failure = failure(
					() -> impatient.bean(Mailboxes.class).grant(admin, SUPPORT, PRINCIPAL, Right.FULL_ACCESS));
			Assertions.assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
			Assertions.assertThat(failure.code()).isEqualTo("Timeout");
			Assertions.assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
		}
	}

	@Test
	void microsoftsWishToWaitIsPassedOn() {
		connected.microsoft365().fault(Fault.before("Get-Mailbox", "429").retryAfter("2.128"));
		Assertions.assertThat(failure(() -> mailboxes().find(admin, SUPPORT)).retryAfter())
			.isEqualTo(Duration.ofMillis(2128));
	}

	private static Arguments reading(String name, ThrowingCallable command) {
		return Arguments.of(name, command, Kind.RETRY_LATER);
	}

	private static Arguments changing(String name, ThrowingCallable command) {
		return Arguments.of(name, command, Kind.UNKNOWN);
	}

	private static Failure failure(ThrowingCallable command) {
		return Assertions.catchThrowableOfType(MicrosoftException.class, command).failure();
	}

	private static long asked(String name) {
		return connected.microsoft365().journal().stream().filter((call) -> call.call().equals(name)).count();
	}

	private static ExchangeRegistrations registrations() {
		return connected.bean(ExchangeRegistrations.class);
	}

	private static Mailboxes mailboxes() {
		return connected.bean(Mailboxes.class);
	}

}
