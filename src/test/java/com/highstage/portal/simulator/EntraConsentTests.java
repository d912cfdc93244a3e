package com.highstage.portal.simulator;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.http.Forms;

import static org.assertj.core.api.Assertions.assertThat;

class EntraConsentTests {

	private static final String READ = "openid profile https://graph.microsoft.com/User.Read";

	private static final String WRITE = "openid https://graph.microsoft.com/Application.ReadWrite.All";

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private Map<String, String> accept(String account, String realm, String scope, String... organisation) {
		Map<String, String> form = (organisation.length == 0) ? Map.of("account", account, "consent", "accept")
				: Map.of("account", account, "consent", "accept", "organisation", "true");
		return Browser.told(this.browser.post(Browser.authorize(realm, scope), form));
	}

	private Map<String, String> silently(String account, String realm, String scope) {
		Browser other = new Browser(this.microsoft365);
		other.post(Browser.authorize(realm, READ), Map.of("account", account));
		accept(account, realm, READ);
		return Browser.told(other.get(Browser.authorize(realm, scope, "prompt", "none", "login_hint", account)));
	}

	private String page(String account, String realm, String scope) {
		return this.browser.post(Browser.authorize(realm, scope), Map.of("account", account)).body();
	}

	@Test
	void onlyThoseWhoMayAreAskedForTheirOrganisation() {
		assertThat(page("admin@contoso.example", "organizations", READ))
			.contains("Consent on behalf of your organization", "id=\"idSIButton9\"", "id=\"idBtn_Back\"");
		assertThat(page("user@fabrikam.example", "organizations", READ)).contains("Permissions requested")
			.doesNotContain("on behalf of your organization");
	}

	@Test
	void consentForOnePersonHoldsForThatPersonOnly() {
		accept("global-admin@fabrikam.example", "fabrikam.example", WRITE);
		assertThat(silently("global-admin@fabrikam.example", "fabrikam.example", WRITE)).containsKey("code");
		assertThat(silently("app-admin@fabrikam.example", "fabrikam.example", WRITE).get("error_description"))
			.startsWith("AADSTS65001");
		assertThat(silently("exchange-admin@fabrikam.example", "fabrikam.example", WRITE).get("error_description"))
			.startsWith("AADSTS90094");
	}

	@Test
	void consentForTheOrganisationHoldsForEverybody() {
		accept("global-admin@fabrikam.example", "fabrikam.example", WRITE, "organisation");
		assertThat(silently("exchange-admin@fabrikam.example", "fabrikam.example", WRITE)).containsKey("code");
	}

	@Test
	void adminConsentCoversBothResources() {
		assertThat(this.browser.allow("admin@contoso.example", "contoso.example"))
			.containsEntry("admin_consent", "True")
			.containsEntry("tenant", "c0c0c0c0-0001-4000-8000-000000000001")
			.containsEntry("state", "state-2");
		assertThat(silently("admin@contoso.example", "contoso.example",
				"openid https://outlook.office365.com/Exchange.Manage"))
			.containsKey("code");
		JsonNode grants = this.microsoft365.organisation("contoso.example").path("oauth2PermissionGrants");
		assertThat(grants.valueStream().map((one) -> one.path("consentType").asString())).containsOnly("AllPrincipals");
	}

	@ParameterizedTest
	@ValueSource(strings = { "exchange-admin@fabrikam.example", "user@fabrikam.example", "developer@fabrikam.example" })
	void whoMayNotConsentNeedsAnAdministrator(String account) {
		assertThat(page(account, "fabrikam.example", WRITE)).contains("Need admin approval", "AADSTS90094");
		String adminConsent = "/login/fabrikam.example/v2.0/adminconsent?" + Forms.encode(Map.of("client_id",
				Browser.CLIENT, "redirect_uri", Browser.CONSENTED, "scope", "https://graph.microsoft.com/User.Read"));
		assertThat(this.browser.post(adminConsent, Map.of("account", account, "consent", "accept")).body())
			.contains("AADSTS90094");
	}

	@Test
	void askingAgainForConsentStopsTheSecondPerson() {
		this.browser.allow("global-admin@fabrikam.example", "fabrikam.example");
		String path = Browser.authorize("fabrikam.example", WRITE, "prompt", "consent");
		assertThat(this.browser.post(path, Map.of("account", "exchange-admin@fabrikam.example")).body())
			.contains("AADSTS90094");
	}

	@Test
	void decliningIsTold() {
		Map<String, String> told = Browser.told(this.browser.post(Browser.authorize("organizations", READ),
				Map.of("account", "admin@contoso.example", "consent", "cancel")));
		assertThat(told).containsEntry("error", "access_denied");
		assertThat(told.get("error_description")).startsWith("AADSTS65004");
	}

	@Test
	void withoutExchangeOnlineItCannotBeAllowed() {
		Map<String, String> told = this.browser.allow("admin@woodgrove.example", "woodgrove.example");
		assertThat(told.get("error_description")).startsWith("AADSTS650052");
		assertThat(this.microsoft365.organisation("woodgrove.example").path("oauth2PermissionGrants")).isEmpty();
	}

	@Test
	void theOlderFormGrantsWhatTheApplicationDeclares() {
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		String token = this.browser.manager("admin@contoso.example", "contoso.example");
		JsonNode application = Browser.json(this.browser.graph(token, "POST", "applications",
				"""
						{"displayName":"Mail","signInAudience":"AzureADMyOrg","web":{"redirectUris":["https://portal.example/back"]},
						"requiredResourceAccess":[{"resourceAppId":"00000002-0000-0ff1-ce00-000000000000",
						"resourceAccess":[{"id":"5e5addcd-3e8d-4e90-baf5-964efab2b20a","type":"Role"}]}]}"""));
		String path = "/login/contoso.example/adminconsent?" + Forms.encode(Map.of("client_id",
				application.path("appId").asString(), "redirect_uri", "https://portal.example/back", "state", "s"));
		assertThat(this.browser.get(path).body()).contains("IMAP.AccessAsApp", "Review for your organization");
		assertThat(
				Browser.told(this.browser.post(path, Map.of("account", "admin@contoso.example", "consent", "accept"))))
			.containsEntry("admin_consent", "True");
		assertThat(this.microsoft365.organisation("contoso.example").path("appRoleAssignments").size()).isOne();
	}

}
