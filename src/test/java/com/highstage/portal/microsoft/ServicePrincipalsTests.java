package com.highstage.portal.microsoft;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.tenant.ClientId;

class ServicePrincipalsTests {

	private static ConnectedMicrosoft connected;

	private ServicePrincipals principals;

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
		this.principals = connected.bean(ServicePrincipals.class);
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
	}

	@Test
	void itIsCreatedOnceAndFound() {
		ClientId client = register(this.admin);
		Assertions.assertThat(this.principals.find(this.admin, client)).isEmpty();
		ServicePrincipal created = this.principals.createIfMissing(this.admin, client);
		Assertions.assertThat(created.clientId()).isEqualTo(client);
		Assertions.assertThat(created.enabled()).isTrue();
		Assertions.assertThat(this.principals.createIfMissing(this.admin, client)).isEqualTo(created);
		Assertions.assertThat(this.principals.find(this.admin, client)).contains(created);
	}

	@Test
	void beforeItsApplicationHasSpreadItIsTriedLater() {
		connected.microsoft365().settings(Map.of("replicationMillis", 60_000));
		ClientId client = register(this.admin);
		for (int attempt = 0; attempt < 2; attempt++) {
			Assertions.assertThatExceptionOfType(MicrosoftException.class)
				.isThrownBy(() -> this.principals.createIfMissing(this.admin, client))
				.satisfies((ex) -> {
					Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER);
					Assertions.assertThat(Explanations.of(ex.failure()).key()).isEqualTo("still-spreading");
				});
		}
	}

	@Test
	void exchangeOnlineNamesItsRolesInThisOrganisation() {
		ExchangeOnline exchange = this.principals.exchangeOnline(this.admin).orElseThrow();
		Assertions.assertThat(exchange.roles()).hasSize(3);
		for (MailPermission permission : MailPermission.values()) {
			Assertions.assertThat(exchange.roles()).containsEntry(permission, permission.wellKnownId());
		}
	}

	@Test
	void anOrganisationWithoutExchangeOnlineIsRecognised() {
		Delegation woodgrove = connected.signIn("admin@woodgrove.example", "woodgrove.example");
		Assertions.assertThat(this.principals.exchangeOnline(woodgrove)).isEmpty();
	}

	@Test
	void rolesAreGrantedOnceSeenAndRevoked() {
		ServicePrincipal ours = this.principals.createIfMissing(this.admin, register(this.admin));
		ExchangeOnline exchange = this.principals.exchangeOnline(this.admin).orElseThrow();
		UUID imap = role(exchange, MailPermission.IMAP);
		this.principals.grant(this.admin, ours.id(), exchange.id(), imap);
		this.principals.grant(this.admin, ours.id(), exchange.id(), imap);
		this.principals.grant(this.admin, ours.id(), exchange.id(), role(exchange, MailPermission.POP));
		Set<Grant> grants = this.principals.grants(this.admin, ours.id());
		Assertions.assertThat(grants).hasSize(2).allMatch((grant) -> grant.resource().equals(exchange.id()));
		Grant granted = grants.stream().filter((grant) -> grant.appRole().equals(imap)).findFirst().orElseThrow();
		this.principals.revoke(this.admin, exchange.id(), granted.id());
		this.principals.revoke(this.admin, exchange.id(), granted.id());
		Assertions.assertThat(this.principals.grants(this.admin, ours.id())).hasSize(1);
	}

	@Test
	void aRefusedGrantIsAnAdministratorsMatter() {
		ServicePrincipal ours = this.principals.createIfMissing(this.admin, register(this.admin));
		ExchangeOnline exchange = this.principals.exchangeOnline(this.admin).orElseThrow();
		connected.microsoft365().settings(Map.of("graphRefusesAppRoleAssignedTo", true));
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.principals.grant(this.admin, ours.id(), exchange.id(),
					role(exchange, MailPermission.IMAP)))
			.satisfies((ex) -> {
				Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
				Assertions.assertThat(ex.failure().has("Authorization_RequestDenied")).isTrue();
			});
	}

	private static UUID role(ExchangeOnline exchange, MailPermission permission) {
		return Objects.requireNonNull(exchange.roles().get(permission));
	}

	private static ClientId register(Delegation delegation) {
		return connected.bean(Applications.class)
			.createIfMissing(delegation, new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()))
			.clientId();
	}

}
