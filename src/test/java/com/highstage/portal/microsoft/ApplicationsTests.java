package com.highstage.portal.microsoft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

class ApplicationsTests {

	private static final ClientId EXCHANGE = ClientId.parse("00000002-0000-0ff1-ce00-000000000000");

	private static final DeclaredPermission IMAP = new DeclaredPermission(EXCHANGE, MailPermission.IMAP.wellKnownId(),
			"Role");

	private static final DeclaredPermission POP = new DeclaredPermission(EXCHANGE, MailPermission.POP.wellKnownId(),
			"Role");

	private static ConnectedMicrosoft connected;

	private Applications applications;

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
		this.applications = connected.bean(Applications.class);
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
	}

	@Test
	void anApplicationThatDoesNotExistIsAbsent() {
		Assertions.assertThat(this.applications.findByUniqueName(this.admin, "highstage-mail-1")).isEmpty();
		Assertions.assertThat(this.applications.findByClientId(this.admin, new ClientId(UUID.randomUUID()))).isEmpty();
	}

	@Test
	void aCreatedApplicationIsWhatWasAskedFor() {
		Application created = create("highstage-mail-1");
		Assertions.assertThat(created.uniqueName()).isEqualTo("highstage-mail-1");
		Assertions.assertThat(created.displayName()).isEqualTo("Highstage Mail");
		Assertions.assertThat(created.signInAudience()).isEqualTo("AzureADMyOrg");
		Assertions.assertThat(created.redirectUris()).containsExactly("https://portal.example/consent/callback");
		Assertions.assertThat(created.declared()).containsExactlyInAnyOrder(IMAP, POP);
		Assertions.assertThat(this.applications.findByUniqueName(this.admin, "highstage-mail-1")).contains(created);
		Assertions.assertThat(this.applications.findByClientId(this.admin, created.clientId())).contains(created);
	}

	@Test
	void creatingTwiceLeavesOneApplication() {
		Application first = create("highstage-mail-1");
		Application second = create("highstage-mail-1");
		Assertions.assertThat(second).isEqualTo(first);
		Assertions.assertThat(contoso("applications")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "it's", "'; drop", "a/b?c=d&e#f", "100%", "æøå 😀", "a') or ('1' eq '1", "a b+c", "\"x\"" })
	void hostileNamesStayNames(String uniqueName) {
		Assertions.assertThat(this.applications.findByUniqueName(this.admin, uniqueName)).isEmpty();
		Application created = create(uniqueName);
		Assertions.assertThat(created.uniqueName()).isEqualTo(uniqueName);
		Assertions.assertThat(this.applications.findByUniqueName(this.admin, uniqueName)).contains(created);
	}

	@Test
	void nameAddressesAndPermissionsCanBeChanged() {
		ObjectId id = create("highstage-mail-1").id();
		this.applications.rename(this.admin, id, "Mail „für“ Highstage 😀");
		this.applications.setRedirectUris(this.admin, id, Set.of("https://a.example/x", "https://b.example/y"));
		this.applications.declare(this.admin, id, Set.of(POP));
		Application changed = this.applications.findByUniqueName(this.admin, "highstage-mail-1").orElseThrow();
		Assertions.assertThat(changed.displayName()).isEqualTo("Mail „für“ Highstage 😀");
		Assertions.assertThat(changed.redirectUris())
			.containsExactlyInAnyOrder("https://a.example/x", "https://b.example/y");
		Assertions.assertThat(changed.declared()).containsExactly(POP);
	}

	@Test
	void aSecretIsMadeOnceDescribedAndRemoved() {
		ObjectId id = create("highstage-mail-1").id();
		Instant end = Instant.now().plus(180, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		NewPassword made = this.applications.addPassword(this.admin, id, "Highstage (hs-1)", end);
		Assertions.assertThat(made.expiresAt()).isEqualTo(end);
		Assertions.assertThat(made.value().expose(String::length)).isGreaterThan(20);
		Application found = this.applications.findByUniqueName(this.admin, "highstage-mail-1").orElseThrow();
		Assertions.assertThat(found.passwords()).singleElement().satisfies((password) -> {
			Assertions.assertThat(password.keyId()).isEqualTo(made.keyId());
			Assertions.assertThat(password.displayName()).isEqualTo("Highstage (hs-1)");
			Assertions.assertThat(password.expiresAt()).isEqualTo(end);
		});
		this.applications.removePassword(this.admin, id, made.keyId());
		this.applications.removePassword(this.admin, id, made.keyId());
		Assertions
			.assertThat(this.applications.findByUniqueName(this.admin, "highstage-mail-1").orElseThrow().passwords())
			.isEmpty();
	}

	@Test
	void aPersonWithoutRoleIsRefused() {
		Delegation user = connected.signIn("user@fabrikam.example", "fabrikam.example");
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.applications.createIfMissing(user, application("highstage-mail-1")))
			.satisfies((ex) -> {
				Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
				Assertions.assertThat(Explanations.of(ex.failure()).key()).isEqualTo("role-too-small");
			});
	}

	@Test
	void aLifetimeAboveTheCapAndForbiddenSecretsAreToldApart() {
		Delegation tailspin = connected.signIn("admin@tailspin.example", "tailspin.example");
		Delegation northwind = connected.signIn("admin@northwind.example", "northwind.example");
		Assertions.assertThat(refusal(tailspin).has("CredentialInvalidLifetimeAsPerAppPolicy")).isTrue();
		Assertions.assertThat(refusal(tailspin).target()).isEqualTo("EndDate");
		Assertions.assertThat(Explanations.of(refusal(northwind)).key()).isEqualTo("secrets-forbidden");
	}

	@Test
	void anObjectThatHasNotSpreadIsMissingAndMayBeWaitedFor() {
		connected.microsoft365().settings(Map.of("replicationMillis", 60_000));
		Application created = create("highstage-mail-1");
		Assertions.assertThat(this.applications.findByUniqueName(this.admin, "highstage-mail-1")).isEmpty();
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.applications.rename(this.admin, created.id(), "x"))
			.satisfies((ex) -> {
				Assertions.assertThat(ex.failure().isUsualWhenNew()).isTrue();
				Assertions.assertThat(Explanations.of(ex.failure().later()).key()).isEqualTo("still-spreading");
			});
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> create("highstage-mail-1"))
			.satisfies((ex) -> Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER));
	}

	private Failure refusal(Delegation delegation) {
		ObjectId id = this.applications.createIfMissing(delegation, application("highstage-mail-1")).id();
		MicrosoftException refused = Assertions.catchThrowableOfType(MicrosoftException.class, () -> this.applications
			.addPassword(delegation, id, "Highstage", Instant.now().plus(180, ChronoUnit.DAYS)));
		Assertions.assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
		return refused.failure();
	}

	private Application create(String uniqueName) {
		return this.applications.createIfMissing(this.admin, application(uniqueName));
	}

	private static NewApplication application(String uniqueName) {
		return new NewApplication(uniqueName, "Highstage Mail", Set.of("https://portal.example/consent/callback"),
				Set.of(IMAP, POP));
	}

	private static int contoso(String what) {
		return connected.microsoft365().organisation("contoso.example").path(what).size();
	}

}
