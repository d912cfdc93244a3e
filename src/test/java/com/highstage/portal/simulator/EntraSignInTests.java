package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EntraSignInTests {

	private static final String SCOPES = "openid profile https://graph.microsoft.com/User.Read";

	private final SteppingClock clock = new SteppingClock();

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0, this.clock);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	@Test
	void everyAccountHasATile() {
		String page = this.browser.get(Browser.authorize("organizations", SCOPES)).body();
		assertThat(page).contains("data-account=\"admin@contoso.example\"", "operator@highstage.example",
				"Use another account");
	}

	@Test
	void aTileIsShownForThoseOfTheOrganisationOnly() {
		String page = this.browser.get(Browser.authorize("fabrikam.example", SCOPES)).body();
		assertThat(page).contains("data-account=\"partner@northwind.example\"").doesNotContain("admin@contoso.example");
	}

	@Test
	void theIdTokenNamesThePersonAndTheOrganisation() {
		JsonNode tokens = this.browser.signIn("admin@contoso.example", "organizations", SCOPES);
		assertThat(Jwt.claims(tokens.path("id_token").asString()))
			.containsEntry("iss", "https://login.microsoftonline.com/c0c0c0c0-0001-4000-8000-000000000001/v2.0")
			.containsEntry("tid", "c0c0c0c0-0001-4000-8000-000000000001")
			.containsEntry("oid", "c0c0c0c0-0001-4000-8000-0000000000a1")
			.containsEntry("preferred_username", "admin@contoso.example")
			.containsEntry("ver", "2.0");
		assertThat(tokens.path("expires_in").asLong()).isBetween(3600L, 5400L);
		assertThat(tokens.has("refresh_token")).isFalse();
	}

	@Test
	void theOperatorsRoleIsInTheToken() {
		JsonNode tokens = this.browser.signIn("operator@highstage.example", "organizations", SCOPES);
		assertThat(Jwt.claims(tokens.path("id_token").asString()).get("roles")).asString().isEqualTo("[Operator]");
	}

	@Test
	void aGuestIsAnotherPersonInTheOtherOrganisation() {
		JsonNode home = this.browser.signIn("partner@northwind.example", "organizations", SCOPES);
		JsonNode away = this.browser.signIn("partner@northwind.example", "fabrikam.example", SCOPES);
		assertThat(Jwt.claims(home.path("id_token").asString()).get("tid"))
			.isEqualTo("40740740-0003-4000-8000-000000000003");
		assertThat(Jwt.claims(away.path("id_token").asString()))
			.containsEntry("tid", "fabfabfa-0002-4000-8000-000000000002")
			.containsEntry("oid", "fabfabfa-0002-4000-8000-0000000000c1");
	}

	@Test
	void aSignInLastsInTheSameBrowser() {
		this.browser.signIn("admin@contoso.example", "organizations", SCOPES);
		assertThat(Browser.told(this.browser.get(Browser.authorize("organizations", SCOPES, "prompt", "none"))))
			.containsKeys("code", "state");
		Browser other = new Browser(this.microsoft365);
		assertThat(Browser.told(other.get(Browser.authorize("organizations", SCOPES, "prompt", "none"))))
			.containsEntry("error", "login_required");
	}

	@Test
	void theAnswerCanComeAsAForm() {
		this.browser.signIn("admin@contoso.example", "organizations", SCOPES);
		HttpResponse<String> answer = this.browser
			.get(Browser.authorize("organizations", SCOPES, "response_mode", "form_post"));
		assertThat(answer.body()).contains("action=\"" + Browser.REDIRECT + "\"", "name=\"code\"", "value=\"state-1\"");
	}

	@Test
	void selectAccountAlwaysAsks() {
		this.browser.signIn("admin@contoso.example", "organizations", SCOPES);
		assertThat(
				this.browser.get(Browser.authorize("organizations", SCOPES, "prompt", "select_account")).statusCode())
			.isEqualTo(200);
	}

	@Test
	void aSilentSignInAsSomebodyElseIsRefused() {
		this.browser.signIn("app-admin@fabrikam.example", "organizations", SCOPES);
		assertThat(Browser.told(this.browser.get(Browser.authorize("fabrikam.example", SCOPES, "prompt", "none",
				"login_hint", "user@fabrikam.example"))))
			.containsEntry("error", "login_required");
	}

	@Test
	void signingOutEndsTheLastingSignIn() {
		this.browser.signIn("admin@contoso.example", "organizations", SCOPES);
		HttpResponse<String> out = this.browser
			.get("/login/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F");
		assertThat(out.headers().firstValue("location")).contains("http://localhost:8080/");
		assertThat(Browser.told(this.browser.get(Browser.authorize("organizations", SCOPES, "prompt", "none"))))
			.containsEntry("error", "login_required");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080/elsewhere, 50011", "https://localhost:8080/login/oauth2/code/entra, 50011",
			"http://127.0.0.1:8080/login/oauth2/code/entra, 50011" })
	void anUnknownRedirectIsShownAndNeverFollowed(String redirect, int number) {
		HttpResponse<String> answer = this.browser
			.get(Browser.authorize("organizations", SCOPES, "redirect_uri", redirect));
		assertThat(answer.headers().firstValue("location")).isEmpty();
		assertThat(answer.body()).contains("AADSTS" + number);
	}

	@ParameterizedTest
	@CsvSource({ "scope, https://graph.microsoft.com/No.Such, 650053", "scope, https://nobody.example/x, 500011",
			"response_type, token, 700054", "prompt, often, 90023" })
	void aWrongParameterIsToldToTheApplication(String name, String value, int number) {
		Map<String, String> told = Browser
			.told(this.browser.get(Browser.authorize("organizations", SCOPES, name, value)));
		assertThat(told.get("error_description")).startsWith("AADSTS" + number + ":");
		assertThat(told).containsEntry("state", "state-1");
	}

	@Test
	void anUnknownOrganisationIsAPageOfEntras() {
		assertThat(this.browser.get(Browser.authorize("nowhere.example", SCOPES)).body()).contains("AADSTS90002");
	}

	@ParameterizedTest
	@CsvSource({ "somebody@outlook.example, organizations, 500202", "somebody@outlook.example, contoso.example, 50020",
			"user@fabrikam.example, contoso.example, 50020", "nobody@contoso.example, contoso.example, 50034" })
	void aStrangerIsRefused(String address, String realm, int number) {
		HttpResponse<String> answer = this.browser.post(Browser.authorize(realm, SCOPES), Map.of("address", address));
		assertThat(answer.body()).contains("AADSTS" + number, "Return to the application");
	}

	@ParameterizedTest
	@CsvSource({ "53003", "50076", "50105", "530032", "90094" })
	void aConfiguredRefusalIsShownOrSentBack(int number) {
		this.microsoft365.settings(Map.of("refusals", Map.of("admin@contoso.example", number)));
		Map<String, String> form = Map.of("account", "admin@contoso.example");
		assertThat(this.browser.post(Browser.authorize("organizations", SCOPES), form).body())
			.contains("AADSTS" + number);
		this.microsoft365.settings(Map.of("refusalsReturn", true));
		assertThat(Browser.told(this.browser.post(Browser.authorize("organizations", SCOPES), form))
			.get("error_description")).startsWith("AADSTS" + number);
	}

	@Test
	void aCodeEndsAfterTenMinutes() {
		String path = Browser.authorize("organizations", SCOPES);
		Map<String, String> told = Browser
			.told(this.browser.post(path, Map.of("account", "admin@contoso.example", "consent", "accept")));
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(this.browser.redeem("organizations", told.get("code")).body()).contains("AADSTS70008");
	}

	@Test
	void aGuestsCodeIsNotRedeemedElsewhere() {
		String path = Browser.authorize("fabrikam.example", SCOPES);
		Map<String, String> told = Browser
			.told(this.browser.post(path, Map.of("account", "partner@northwind.example", "consent", "accept")));
		assertThat(this.browser.redeem("organizations", told.get("code")).body()).contains("AADSTS700005");
	}

	@Test
	void aCodeNeedsItsVerifier() {
		String path = Browser.authorize("organizations", SCOPES, "code_challenge", "abc", "code_challenge_method",
				"S256");
		Map<String, String> told = Browser
			.told(this.browser.post(path, Map.of("account", "admin@contoso.example", "consent", "accept")));
		assertThat(this.browser.redeem("organizations", told.get("code")).body()).contains("AADSTS501481");
	}

	@Test
	void twoResourcesNeedTwoTokens() {
		this.browser.allow("admin@contoso.example", "organizations");
		String both = "openid https://graph.microsoft.com/User.Read https://outlook.office365.com/Exchange.Manage";
		Map<String, String> told = Browser.told(this.browser.get(Browser.authorize("organizations", both)));
		assertThat(this.browser.redeem("organizations", told.get("code"), "scope", both).body())
			.contains("AADSTS28000");
	}

}
