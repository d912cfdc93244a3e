package com.highstage.portal.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.consent.MissingConsent;
import com.highstage.portal.database.Embedded;
import com.highstage.portal.microsoft.AppTokens;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.ConnectedMicrosoft;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.NewApplication;
import com.highstage.portal.microsoft.ServicePrincipals;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.simulator.MailApplication;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Those of the fifteen failures that show before anybody logs in to a mailbox.
 */
class FailuresBeforeLoginTests {

	private static final MailPermission IMAP = MailPermission.IMAP;

	private static ConnectedMicrosoft microsoft;

	private ConnectedContoso contoso;

	@BeforeAll
	static void connect() {
		microsoft = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		microsoft.close();
	}

	@BeforeEach
	void makeAnApplicationByHand() {
		microsoft.calm();
		this.contoso = new ConnectedContoso(microsoft, Embedded.newDatabase(), Duration.ofHours(2), IMAP);
	}

	@AfterEach
	void close() {
		this.contoso.close();
	}

	@Test
	void failure6ConsentMissing() {
		assertThat(missingConsent("Role")).isEqualTo(Cause.CONSENT_MISSING);
	}

	@Test
	void failure6ADelegatedPermissionChosen() {
		assertThat(missingConsent("Scope")).isEqualTo(Cause.DELEGATED_INSTEAD);
	}

	@Test
	void failure7AnotherAudience() {
		microsoft.microsoft365().settings(Map.of("tokenAudience", "https://graph.microsoft.com"));
		useless(Cause.WRONG_AUDIENCE);
	}

	@Test
	void failure8TheSecretIdPastedForTheValueOrABlankAtItsEnd() {
		this.contoso.connect(this.contoso.application(), UUID.randomUUID().toString());
		refused(Cause.WRONG_SECRET);
		this.contoso.connect(this.contoso.application(), this.contoso.application().secret() + " ");
		refused(Cause.WRONG_SECRET);
	}

	@Test
	void failure9TheSecretExpired() {
		Delegation admin = this.contoso.signIn("admin");
		Application made = created(admin);
		Secret ending = microsoft.bean(Applications.class)
			.addPassword(admin, made.id(), "hs", Instant.now().plus(Duration.ofHours(1)))
			.value();
		assertThat(refusal(admin.tenant(), made.clientId(), ending)).isNull();
		microsoft.pass(Duration.ofHours(1));
		told(Cause.SECRET_EXPIRED, refusal(admin.tenant(), made.clientId(), ending));
	}

	@Test
	void failure10ANewSecretNotOnAllNodes() {
		Delegation admin = this.contoso.signIn("admin");
		Application made = created(admin);
		Secret young = password(admin, made);
		microsoft.microsoft365().settings(Map.of("replicationMillis", 600_000));
		MicrosoftException refusal = refusal(admin.tenant(), made.clientId(), young);
		assertThat(refusal.failure().isUsualWhenNew()).isTrue();
		assertThat(Explanations.of(refusal.failure().later()).key()).isEqualTo(Cause.STILL_SPREADING.key());
	}

	@Test
	void failure11WrongIds() {
		Secret secret = Secret.of(this.contoso.application().secret());
		ClientId client = ClientId.parse(this.contoso.application().clientId());
		told(Cause.APPLICATION_UNKNOWN,
				refusal(microsoft.tenant("contoso.example"), new ClientId(UUID.randomUUID()), secret));
		told(Cause.APPLICATION_UNKNOWN, refusal(microsoft.tenant("fabrikam.example"), client, secret));
		told(Cause.ORGANISATION_UNKNOWN, refusal(new TenantId(UUID.randomUUID()), client, secret));
	}

	@Test
	void failure11AnotherApplicationsIdAndSecret() {
		MailApplication other = MailApplication.in(microsoft.microsoft365());
		this.contoso.connect(other, other.secret());
		useless(Cause.OTHER_SERVICE_PRINCIPAL);
	}

	@Test
	void failure15AHalfMadeApplication() {
		Delegation admin = this.contoso.signIn("admin");
		Application made = half(admin);
		told(Cause.NO_ENTERPRISE_APPLICATION, refusal(admin.tenant(), made.clientId(), password(admin, made)));
	}

	@Test
	void failure12ThePersonsRoleTooSmall() {
		Delegation manager = microsoft.signIn("app-admin@fabrikam.example", "fabrikam.example");
		told(Cause.EXCHANGE_ROLE_TOO_SMALL, exchangeRefuses(manager));
	}

	@Test
	void failure12TheRoleNotActivatedYet() {
		Delegation admin = this.contoso.signIn("admin");
		microsoft.microsoft365()
			.settings(Map.of("roleActivations",
					Map.of("admin@contoso.example", Instant.now().plus(Duration.ofHours(1)).toString())));
		told(Cause.ROLE_NOT_ACTIVE, exchangeRefuses(admin));
	}

	@Test
	void failure13ConditionalAccess() {
		microsoft.microsoft365().settings(Map.of("refusals", Map.of(this.contoso.application().clientId(), 53003)));
		refused(Cause.CONDITIONAL_ACCESS);
	}

	@Test
	void failure13AnAppManagementPolicy() {
		told(Cause.SECRETS_FORBIDDEN, policyRefuses("northwind.example"));
		told(Cause.SECRET_LIVES_TOO_LONG, policyRefuses("tailspin.example"));
	}

	@Test
	void failure15NoExchangeOnline() {
		Delegation admin = microsoft.signIn("admin@woodgrove.example", "woodgrove.example");
		Application made = half(admin);
		microsoft.bean(ServicePrincipals.class).createIfMissing(admin, made.clientId());
		told(Cause.NO_EXCHANGE_ONLINE, refusal(admin.tenant(), made.clientId(), password(admin, made)));
	}

	@Test
	void failure15AnOutageOfEntra() {
		microsoft.microsoft365().fault(new Fault("token", 0, "before", "503", null));
		refused(Cause.MICROSOFT_BUSY);
	}

	private void refused(Cause cause) {
		assertThat(this.contoso.token(IMAP)).isInstanceOfSatisfying(TokenResult.Refused.class,
				(refused) -> told(cause, refused.cause()));
	}

	private void useless(Cause cause) {
		assertThat(this.contoso.token(IMAP)).isInstanceOfSatisfying(TokenResult.OfNoUse.class,
				(token) -> assertThat(token.cause()).isEqualTo(cause));
	}

	private static void told(Cause cause, MicrosoftException refusal) {
		assertThat(Explanations.of(refusal.failure()).key()).isEqualTo(cause.key());
	}

	private Application created(Delegation admin) {
		return microsoft.bean(Applications.class)
			.findByClientId(admin, ClientId.parse(this.contoso.application().clientId()))
			.orElseThrow();
	}

	private Cause missingConsent(String type) {
		Delegation admin = this.contoso.signIn("admin");
		Application made = created(admin);
		microsoft.bean(Applications.class)
			.declare(admin, made.id(),
					Set.of(new DeclaredPermission(
							ClientId.parse("00000002-0000-0ff1-ce00-000000000000"), "Role".equals(type)
									? IMAP.wellKnownId() : UUID.fromString("652390e4-393a-48de-9484-05f9b1212954"),
							type)));
		return MissingConsent.cause(created(admin), Set.of(IMAP));
	}

	private static MicrosoftException refusal(TenantId tenant, ClientId client, Secret secret) {
		return catchThrowableOfType(MicrosoftException.class,
				() -> microsoft.bean(AppTokens.class).request(tenant, client, new Credential.ClientSecret(secret)));
	}

	private static MicrosoftException exchangeRefuses(Delegation delegation) {
		return catchThrowableOfType(MicrosoftException.class,
				() -> microsoft.bean(Mailboxes.class).search(delegation, "", 5));
	}

	private static MicrosoftException policyRefuses(String domain) {
		Delegation admin = microsoft.signIn("admin@" + domain, domain);
		Application made = half(admin);
		return catchThrowableOfType(MicrosoftException.class, () -> microsoft.bean(Applications.class)
			.addPassword(admin, made.id(), "hs", Instant.now().plus(Duration.ofDays(180))));
	}

	private static Application half(Delegation admin) {
		return microsoft.bean(Applications.class)
			.createIfMissing(admin, new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()));
	}

	private static Secret password(Delegation admin, Application application) {
		return microsoft.bean(Applications.class)
			.addPassword(admin, application.id(), "hs", Instant.now().plus(Duration.ofDays(90)))
			.value();
	}

}
