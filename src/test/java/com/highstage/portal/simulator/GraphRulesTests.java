package com.highstage.portal.simulator;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GraphRulesTests {

	private static final String UPSERT = "applications(uniqueName='highstage-mail-1')";

	private static final String APPLICATION = "{\"displayName\":\"Mail\",\"signInAudience\":\"AzureADMyOrg\"}";

	private final SteppingClock clock = new SteppingClock();

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0, this.clock);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private String manager() {
		return this.browser.manager("admin@contoso.example", "contoso.example");
	}

	private JsonNode settledApplication(String token) {
		JsonNode application = Browser
			.json(this.browser.graph(token, "PATCH", UPSERT, APPLICATION, "Prefer", "create-if-missing"));
		this.clock.advance(Duration.ofSeconds(2));
		return application;
	}

	private static void refused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		JsonNode error = Browser.json(answer).path("error");
		assertThat(error.path("code").asString()).isEqualTo(code);
		assertThat(error.path("innerError").path("request-id").asString())
			.isEqualTo(answer.headers().firstValue("request-id").orElse("none"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "GET|applicationss|400|BadRequest", "GET|users|400|BadRequest",
			"GET|applications?$select=colour|400|Request_BadRequest", "GET|applications?$colour=red|400|BadRequest",
			"GET|applications?$expand=colours|400|BadRequest",
			"GET|applications?$filter=colour%20eq%20'red'|400|BadRequest",
			"GET|applications?$filter=displayName%20is%20'red'|400|BadRequest",
			"GET|applications?$top=0|400|BadRequest", "GET|applications?$count=true|400|Request_UnsupportedQuery",
			"GET|applications/none|400|Request_BadRequest",
			"GET|applications/00000000-0000-4000-8000-000000000000|404|Request_ResourceNotFound",
			"GET|applications(uniqueName='none')|404|Request_ResourceNotFound",
			"GET|applications(displayName='none')|400|BadRequest", "DELETE|organization|405|Request_BadRequest",
			"GET|me/transitiveMemberOf/microsoft.graph.directoryRole?$count=true|400|Request_UnsupportedQuery",
			"GET|me/transitiveMemberOf/microsoft.graph.directoryRole|400|Request_UnsupportedQuery" })
	void whatGraphDoesNotKnowIsRefused(String method, String path, int status, String code) {
		refused(this.browser.graph(manager(), method, path, ""), status, code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"displayName\":\"x\",\"colour\":\"red\"}",
			"{\"displayName\":\"x\",\"web\":{\"redirects\":[]}}", "{\"displayName\":7}",
			"{\"displayName\":\"x\",\"appId\":\"5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10\"}",
			"{\"displayName\":\"x\",\"passwordCredentials\":[]}", "{\"displayName\":\"x\",\"signInAudience\":\"Us\"}",
			"{\"displayName\":\"x\",\"web\":{\"redirectUris\":[\"http://portal.example/\"]}}",
			"{\"displayName\":\"x\",\"requiredResourceAccess\":[{\"resourceAppId\":\"a\",\"resourceAccess\":[]}]}",
			"{\"signInAudience\":\"AzureADMyOrg\"}" })
	void whatAnApplicationCannotHaveIsRefused(String body) {
		refused(this.browser.graph(manager(), "POST", "applications", body), 400, "Request_BadRequest");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "displayName eq 'Mail'|1", "displayName eq 'O''Mail'|0",
					"(displayName eq 'X' or startswith(displayName,'Ma')) and signInAudience eq 'AzureADMyOrg'|1",
					"displayName eq 'Mail' and displayName eq 'X'|0" })
	void filtersAreUnderstood(String filter, int found) {
		String token = manager();
		settledApplication(token);
		String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
		for (String start : List.of("applications", "myorganization/applications")) {
			assertThat(Browser.json(this.browser.graph(token, "GET", start + "?$filter=" + encoded, ""))
				.path("value")
				.size()).isEqualTo(found);
		}
		refused(this.browser.graph(token, "GET", "applications?$filter=not(displayName%20eq%20'x')", ""), 400,
				"Request_UnsupportedQuery");
	}

	@Test
	void anUpsertNeedsItsHeader() {
		refused(this.browser.graph(manager(), "PATCH", UPSERT, APPLICATION), 404, "Request_ResourceNotFound");
	}

	@Test
	void whoIsNotSignedInIsRefused() {
		refused(this.browser.graph("nonsense", "GET", "organization", ""), 401, "InvalidAuthenticationToken");
		String exchange = this.browser.manager("admin@contoso.example", "contoso.example");
		this.clock.advance(Duration.ofHours(2));
		refused(this.browser.graph(exchange, "GET", "organization", ""), 401, "InvalidAuthenticationToken");
	}

	@Test
	void aTokenForExchangeIsNotOneForGraph() {
		this.browser.allow("admin@contoso.example", "contoso.example");
		String token = this.browser
			.signIn("admin@contoso.example", "contoso.example", "https://outlook.office365.com/Exchange.Manage")
			.path("access_token")
			.asString();
		refused(this.browser.graph(token, "GET", "organization", ""), 401, "InvalidAuthenticationToken");
	}

	@Test
	void userReadIsNotEnoughToRegister() {
		String token = this.browser
			.signIn("admin@contoso.example", "contoso.example", "openid https://graph.microsoft.com/User.Read")
			.path("access_token")
			.asString();
		refused(this.browser.graph(token, "POST", "applications", APPLICATION), 403, "Authorization_RequestDenied");
		assertThat(this.browser.graph(token, "GET", "organization", "").body()).contains("Contoso");
	}

	@ParameterizedTest
	@CsvSource({ "user@fabrikam.example, 403", "exchange-admin@fabrikam.example, 403",
			"developer@fabrikam.example, 201", "app-admin@fabrikam.example, 201", "partner@northwind.example, 201",
			"global-admin@fabrikam.example, 201" })
	void theRoleDecidesWhoRegisters(String account, int status) {
		this.browser.allow("global-admin@fabrikam.example", "fabrikam.example");
		String token = token(account);
		assertThat(this.browser.graph(token, "POST", "applications", APPLICATION).statusCode()).isEqualTo(status);
	}

	private String token(String account) {
		return new Browser(this.microsoft365)
			.signIn(account, "fabrikam.example", "openid https://graph.microsoft.com/Application.ReadWrite.All")
			.path("access_token")
			.asString();
	}

	@Test
	void aDeveloperManagesTheOwnApplicationsOnly() {
		this.browser.allow("global-admin@fabrikam.example", "fabrikam.example");
		String own = Browser
			.json(this.browser.graph(token("developer@fabrikam.example"), "POST", "applications", APPLICATION))
			.path("id")
			.asString();
		String other = Browser
			.json(this.browser.graph(token("app-admin@fabrikam.example"), "POST", "applications", APPLICATION))
			.path("id")
			.asString();
		this.clock.advance(Duration.ofSeconds(2));
		String developer = token("developer@fabrikam.example");
		assertThat(
				this.browser.graph(developer, "PATCH", "applications/" + own, "{\"displayName\":\"B\"}").statusCode())
			.isEqualTo(204);
		refused(this.browser.graph(developer, "PATCH", "applications/" + other, "{\"displayName\":\"B\"}"), 403,
				"Authorization_RequestDenied");
	}

	@Test
	void aPatchReplacesWholeArraysAndMergesObjects() {
		String token = manager();
		String path = "applications/" + settledApplication(token).path("id").asString();
		this.browser.graph(token, "PATCH", path,
				"{\"tags\":[\"a\",\"b\"],\"web\":{\"homePageUrl\":\"https://a.example\"}}");
		this.browser.graph(token, "PATCH", path,
				"{\"tags\":[\"c\"],\"web\":{\"redirectUris\":[\"https://a.example/b\"]}}");
		JsonNode read = Browser.json(this.browser.graph(token, "GET", path, ""));
		assertThat(read.path("tags").toString()).isEqualTo("[\"c\"]");
		assertThat(read.path("web").path("homePageUrl").asString()).isEqualTo("https://a.example");
		assertThat(read.path("web").path("redirectUris").size()).isOne();
	}

	@Test
	void aNewObjectIsNotKnownEverywhereAtOnce() {
		String token = manager();
		JsonNode application = Browser
			.json(this.browser.graph(token, "PATCH", UPSERT, APPLICATION, "Prefer", "create-if-missing"));
		refused(this.browser.graph(token, "GET", UPSERT, ""), 404, "Request_ResourceNotFound");
		String principal = "{\"appId\":\"" + application.path("appId").asString() + "\"}";
		HttpResponse<String> early = this.browser.graph(token, "POST", "servicePrincipals", principal);
		assertThat(early.body()).contains("NoBackingApplicationObject");
		refused(this.browser.graph(token, "POST", "servicePrincipals", principal), 403, "Authorization_RequestDenied");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.browser.graph(token, "GET", UPSERT, "").statusCode()).isEqualTo(200);
		assertThat(this.browser.graph(token, "POST", "servicePrincipals", principal).statusCode()).isEqualTo(201);
		refused(this.browser.graph(token, "POST", "servicePrincipals", principal), 409,
				"Request_MultipleObjectsWithSameKeyValue");
	}

	@Test
	void aGrantIsListedLater() {
		String token = manager();
		String appId = settledApplication(token).path("appId").asString();
		String principal = Browser
			.json(this.browser.graph(token, "POST", "servicePrincipals", "{\"appId\":\"" + appId + "\"}"))
			.path("id")
			.asString();
		HttpResponse<String> early = grant(token, principal, "5e5addcd-3e8d-4e90-baf5-964efab2b20a");
		refused(early, 404, "Request_ResourceNotFound");
		this.clock.advance(Duration.ofSeconds(1));
		refused(grant(token, principal, "5e5addcd-0000-4e90-baf5-964efab2b20a"), 400, "Request_BadRequest");
		assertThat(grant(token, principal, "5e5addcd-3e8d-4e90-baf5-964efab2b20a").statusCode()).isEqualTo(201);
		String list = "servicePrincipals/" + principal + "/appRoleAssignments";
		assertThat(Browser.json(this.browser.graph(token, "GET", list, "")).path("value")).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(Browser.json(this.browser.graph(token, "GET", list, "")).path("value").size()).isOne();
		JsonNode expanded = Browser.json(this.browser.graph(token, "GET",
				"servicePrincipals/" + principal + "?$select=id&$expand=appRoleAssignments", ""));
		assertThat(expanded.path("appRoleAssignments").size()).isOne();
	}

	private HttpResponse<String> grant(String token, String principal, String role) {
		String exchange = Browser
			.json(this.browser.graph(token, "GET", "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')",
					""))
			.path("id")
			.asString();
		return this.browser.graph(token, "POST", "servicePrincipals/" + exchange + "/appRoleAssignedTo",
				"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(principal, exchange,
						role));
	}

	@Test
	void aSwitchMakesGraphRefuseTheGrant() {
		String token = manager();
		this.microsoft365.settings(Map.of("graphRefusesAppRoleAssignedTo", true));
		refused(grant(token, "00000000-0000-4000-8000-000000000000", "5e5addcd-3e8d-4e90-baf5-964efab2b20a"), 403,
				"Authorization_RequestDenied");
	}

	@Test
	void withoutExchangeOnlineThereIsNoSuchServicePrincipal() {
		String token = this.browser
			.signIn("admin@woodgrove.example", "woodgrove.example",
					"openid https://graph.microsoft.com/Application.ReadWrite.All")
			.path("access_token")
			.asString();
		refused(this.browser.graph(token, "GET", "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')", ""),
				404, "Request_ResourceNotFound");
	}

	@Test
	void aKeyIsAddedByAPatchOnly() {
		String token = manager();
		String path = "applications/" + settledApplication(token).path("id").asString() + "/addKey";
		refused(this.browser.graph(token, "POST", path, "{\"keyCredential\":{},\"proof\":\"x\"}"), 403,
				"Authorization_RequestDenied");
	}

	@Test
	void aDeletedApplicationIsInTheBinWithoutItsServicePrincipal() {
		String token = manager();
		JsonNode application = settledApplication(token);
		this.browser.graph(token, "POST", "servicePrincipals",
				"{\"appId\":\"" + application.path("appId").asString() + "\"}");
		assertThat(this.browser.graph(token, "DELETE", "applications/" + application.path("id").asString(), "")
			.statusCode()).isEqualTo(204);
		JsonNode contoso = this.microsoft365.organisation("contoso.example");
		assertThat(contoso.path("applications")).isEmpty();
		assertThat(contoso.path("servicePrincipals").toString()).doesNotContain(application.path("appId").asString());
		assertThat(this.browser.graph(token, "GET", "directory/deletedItems/microsoft.graph.application", "").body())
			.contains("highstage-mail-1");
	}

}
