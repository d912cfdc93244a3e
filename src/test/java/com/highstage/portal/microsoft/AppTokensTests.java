package com.highstage.portal.microsoft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.Secret;

class AppTokensTests {

	private static ConnectedMicrosoft connected;

	private AppTokens tokens;

	private Delegation admin;

	private Application application;

	private ServicePrincipal principal;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void register() {
		connected.calm();
		this.tokens = connected.bean(AppTokens.class);
		this.admin = connected.signIn("admin@contoso.example", "contoso.example");
		this.application = connected.bean(Applications.class)
			.createIfMissing(this.admin, new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()));
		this.principal = connected.bean(ServicePrincipals.class)
			.createIfMissing(this.admin, this.application.clientId());
	}

	@Test
	void aTokenSaysWhatItIsForEvenIfNothingWasGranted() {
		AppToken token = request(secret());
		Assertions.assertThat(token.roles()).isEmpty();
		Assertions.assertThat(token.servicePrincipal()).isEqualTo(this.principal.id());
		Assertions.assertThat(token.tenant()).isEqualTo(this.admin.tenant());
		Assertions.assertThat(token.audience()).isEqualTo("https://outlook.office365.com");
		Assertions.assertThat(token.expiresAt()).isAfter(Instant.now().plus(50, ChronoUnit.MINUTES));
	}

	@Test
	void theNextTokenIsFreshAndCarriesANewGrant() {
		Credential secret = secret();
		Assertions.assertThat(request(secret).roles()).isEmpty();
		ServicePrincipals principals = connected.bean(ServicePrincipals.class);
		ExchangeOnline exchange = principals.exchangeOnline(this.admin).orElseThrow();
		principals.grant(this.admin, this.principal.id(), exchange.id(),
				Objects.requireNonNull(exchange.roles().get(MailPermission.IMAP)));
		Assertions.assertThat(request(secret).roles()).containsExactly("IMAP.AccessAsApp");
	}

	@Test
	void aCertificateProvesTheApplicationToo() {
		ClientCertificate certificate = TestCertificates.selfSigned("CN=Highstage");
		connected.bean(Applications.class)
			.addCertificate(this.admin, this.application.id(), certificate.certificate(), UUID.randomUUID(), "hs",
					KnownCertificates.NONE);
		Assertions.assertThat(request(certificate).servicePrincipal()).isEqualTo(this.principal.id());
	}

	@Test
	void aCertificateThatWasNotUploadedIsUnknown() {
		Failure failure = refusal(TestCertificates.selfSigned("CN=Highstage"));
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo("certificate-unknown");
	}

	@Test
	void aWrongSecretIsToldByItsNumber() {
		Failure failure = refusal(new ClientSecret(Secret.of("wrong-value")));
		Assertions.assertThat(failure.code()).isEqualTo("AADSTS7000215");
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
		Assertions.assertThat(failure.isUsualWhenNew()).isTrue();
		Assertions.assertThat(failure.reference()).isNotBlank();
		Assertions.assertThat(failure.toString()).doesNotContain("wrong-value");
	}

	@Test
	void anOrganisationThatDoesNotExistIsToldApart() {
		TenantId nowhere = new TenantId(UUID.randomUUID());
		MicrosoftException refused = Assertions.catchThrowableOfType(MicrosoftException.class,
				() -> this.tokens.request(nowhere, this.application.clientId(), new ClientSecret(Secret.of("x"))));
		Assertions.assertThat(Explanations.of(refused.failure()).key()).isEqualTo("organisation-unknown");
	}

	@Test
	void aNewSecretThatHasNotSpreadIsUsual() {
		Credential secret = secret();
		connected.microsoft365().settings(Map.of("replicationMillis", 60_000));
		Assertions.assertThat(refusal(secret).isUsualWhenNew()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "429, RETRY_LATER", "500, RETRY_LATER", "503, RETRY_LATER", "504, RETRY_LATER", "reset, RETRY_LATER",
			"garbage, RETRY_LATER", "empty, RETRY_LATER" })
	void whateverGoesWrongOnTheWayIsTriedLaterAndOnlyOnce(String kind, Failure.Kind expected) {
		Credential secret = secret();
		connected.microsoft365().fault(Fault.before("token", kind).retryAfter("2.128"));
		long before = asked();
		Assertions.assertThat(refusal(secret).kind()).isEqualTo(expected);
		Assertions.assertThat(asked() - before).isEqualTo(1);
		Assertions.assertThat(request(secret).servicePrincipal()).isEqualTo(this.principal.id());
	}

	@Test
	void aQuestionWithoutAnswerIsAskedLaterAndOnlyOnce() {
		Credential secret = secret();
		connected.microsoft365().fault(Fault.before("token", "timeout"));
		long before = asked();
		try (ConnectedMicrosoft impatient = connected.impatient()) {
			this.tokens = impatient.bean(AppTokens.class);
			Assertions.assertThat(refusal(secret).kind()).isEqualTo(Failure.Kind.RETRY_LATER);
		}
		Assertions.assertThat(asked() - before).isEqualTo(1);
		this.tokens = connected.bean(AppTokens.class);
		Assertions.assertThat(request(secret).servicePrincipal()).isEqualTo(this.principal.id());
	}

	private static long asked() {
		return connected.microsoft365().journal().stream().filter((call) -> call.call().equals("token")).count();
	}

	private Credential secret() {
		return new ClientSecret(connected.bean(Applications.class)
			.addPassword(this.admin, this.application.id(), "hs", Instant.now().plus(90, ChronoUnit.DAYS))
			.value());
	}

	private AppToken request(Credential credential) {
		return this.tokens.request(this.admin.tenant(), this.application.clientId(), credential);
	}

	private Failure refusal(Credential credential) {
		return Assertions.catchThrowableOfType(MicrosoftException.class, () -> request(credential)).failure();
	}

}
