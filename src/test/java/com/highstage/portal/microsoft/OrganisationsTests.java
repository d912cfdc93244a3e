package com.highstage.portal.microsoft;

import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.DirectoryRoles;
import com.highstage.portal.account.SignInId;

class OrganisationsTests {

	private static ConnectedMicrosoft connected;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void calm() {
		connected.calm();
	}

	@Test
	void theOrganisationTellsItsNameAndItsDefaultDomainFirst() {
		Delegation admin = connected.signIn("admin@contoso.example", "contoso.example");
		Organisation contoso = connected.bean(Organisations.class).find(admin);
		Assertions.assertThat(contoso.id()).isEqualTo(admin.tenant());
		Assertions.assertThat(contoso.name().value()).isEqualTo("Contoso");
		Assertions.assertThat(contoso.verifiedDomains().getFirst()).isEqualTo("contoso.example");
	}

	@Test
	void activeRolesAreKnownByTheirTemplates() {
		Assertions.assertThat(roles("admin@contoso.example", "contoso.example"))
			.containsExactly(DirectoryRole.GLOBAL_ADMINISTRATOR);
		Assertions.assertThat(roles("app-admin@fabrikam.example", "fabrikam.example"))
			.containsExactly(DirectoryRole.CLOUD_APPLICATION_ADMINISTRATOR);
		Assertions.assertThat(roles("user@fabrikam.example", "fabrikam.example")).isEmpty();
	}

	@Test
	void aGuestHasTheRolesOfTheOrganisationWhereTheySignedIn() {
		Assertions.assertThat(roles("partner@northwind.example", "fabrikam.example"))
			.containsExactly(DirectoryRole.CLOUD_APPLICATION_ADMINISTRATOR);
	}

	@Test
	void withoutATokenThePersonSignsInAgain() {
		Delegation gone = new Delegation(connected.tenant("contoso.example"), new SignInId(UUID.randomUUID()));
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> connected.bean(Organisations.class).find(gone))
			.satisfies((ex) -> {
				Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN);
				Assertions.assertThat(Explanations.of(ex.failure()).key()).isEqualTo("sign-in-ended");
			});
	}

	@Test
	void withATokenThatGraphDoesNotTakeThePersonSignsInAgain() {
		Delegation admin = connected.signIn("admin@contoso.example", "contoso.example");
		connected.replaceTokens(admin.signIn(), "not-a-token");
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> connected.bean(DirectoryRoles.class).lookUp(admin.signIn()))
			.satisfies((ex) -> Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN));
	}

	private static Set<DirectoryRole> roles(String address, String domain) {
		return connected.bean(DirectoryRoles.class).lookUp(connected.signIn(address, domain).signIn());
	}

}
