package com.highstage.portal.microsoft;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations.Registration;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

class ExchangeRegistrationsTests {

	private static ConnectedMicrosoft connected;

	private final ClientId client = new ClientId(UUID.randomUUID());

	private final ObjectId principal = new ObjectId(UUID.randomUUID());

	private ExchangeRegistrations registrations;

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
		connected.microsoft365().settings(Map.of("roleActivations", Map.of()));
		this.registrations = connected.bean(ExchangeRegistrations.class);
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
	}

	@Test
	void anApplicationIsMadeKnownAndTakenAwayAgain() {
		Assertions.assertThat(this.registrations.list(this.admin)).noneMatch((one) -> one.client().equals(this.client));
		this.registrations.add(this.admin, this.client, this.principal, "Highstage Mail");
		Assertions.assertThat(this.registrations.list(this.admin))
			.contains(new Registration(this.client, this.principal, "Highstage Mail"));
		this.registrations.remove(this.admin, this.principal);
		Assertions.assertThat(this.registrations.list(this.admin)).noneMatch((one) -> one.client().equals(this.client));
	}

	@Test
	void whatIsNotThereCountsAsRemoved() {
		Assertions.assertThatCode(() -> this.registrations.remove(this.admin, this.principal))
			.doesNotThrowAnyException();
	}

	@Test
	void aSecondRegistrationIsToldApart() {
		this.registrations.add(this.admin, this.client, this.principal, "Highstage Mail");
		Failure failure = failure(this.admin);
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.RETRY_LATER);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.MADE_TWICE.key());
	}

	@ParameterizedTest
	@CsvSource({ "app-admin@fabrikam.example", "user@fabrikam.example", "partner@northwind.example" })
	void whoLacksTheRoleIsTold(String address) {
		Failure failure = failure(connected.signIn(address, "fabrikam.example"));
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.EXCHANGE_ROLE_TOO_SMALL.key());
	}

	@Test
	void aRoleThatWasActivatedAfterTheSignInIsToldApart() {
		connected.microsoft365()
			.settings(Map.of("roleActivations",
					Map.of("admin@contoso.example", Instant.now().plusSeconds(60).toString())));
		Failure failure = failure(this.admin);
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.ROLE_NOT_ACTIVE.key());
	}

	@Test
	void withoutATokenThePersonSignsInAgain() {
		Failure failure = failure(new Delegation(this.admin.tenant(), new SignInId(UUID.randomUUID())));
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN);
		Assertions.assertThat(failure.has("NoToken")).isTrue();
	}

	@Test
	void aTokenThatExchangeRefusesIsNotKeptTrying() {
		connected.replaceTokens(this.admin.signIn(), "not-a-token");
		Failure failure = failure(this.admin);
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.SIGN_IN_ENDED.key());
	}

	@Test
	void anOrganisationWithoutExchangeIsToldApart() {
		Failure failure = failure(new Delegation(connected.tenant("woodgrove.example"), this.admin.signIn()));
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.NO_EXCHANGE_ONLINE.key());
	}

	private Failure failure(Delegation who) {
		return Assertions
			.catchThrowableOfType(MicrosoftException.class,
					() -> this.registrations.add(who, this.client, this.principal, "Highstage Mail"))
			.failure();
	}

}
