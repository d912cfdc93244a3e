package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calls of one whole journey, in their order.
 */
class JourneyTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	@Test
	void anAdministratorRegistersAnApplicationAndGrantsItARole() {
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		String token = this.browser.manager("admin@contoso.example", "organizations");
		JsonNode application = Browser.json(createApplication(token));
		assertThat(createApplication(token).statusCode()).isEqualTo(204);
		String appId = application.path("appId").asString();
		HttpResponse<String> principal = this.browser.graph(token, "PATCH", "servicePrincipals(appId='" + appId + "')",
				"{\"displayName\":\"Highstage Mail\"}", "Prefer", "create-if-missing");
		assertThat(principal.statusCode()).isEqualTo(201);
		JsonNode exchange = Browser.json(this.browser.graph(token, "GET",
				"servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')?$select=id,appId,appRoles", ""));
		String grant = "{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"5e5addcd-3e8d-4e90-baf5-964efab2b20a\"}"
			.formatted(Browser.json(principal).path("id").asString(), exchange.path("id").asString());
		String grants = "servicePrincipals/" + exchange.path("id").asString() + "/appRoleAssignedTo";
		assertThat(this.browser.graph(token, "POST", grants, grant).statusCode()).isEqualTo(201);
		assertThat(this.browser.graph(token, "POST", grants, grant).body()).contains("already exists on the object");
		JsonNode secret = Browser.json(
				this.browser.graph(token, "POST", "applications/" + application.path("id").asString() + "/addPassword",
						"{\"passwordCredential\":{\"displayName\":\"Secret\",\"endDateTime\":\"%s\"}}"
							.formatted(Instant.now().plus(Duration.ofDays(180)))));
		JsonNode appOnly = appOnly(appId, secret.path("secretText").asString());
		assertThat(Jwt.claims(appOnly.path("access_token").asString()).get("roles").toString())
			.isEqualTo("[IMAP.AccessAsApp]");
	}

	private HttpResponse<String> createApplication(String token) {
		return this.browser.graph(token, "PATCH", "applications(uniqueName='highstage-mail-1')",
				"{\"displayName\":\"Highstage Mail\",\"signInAudience\":\"AzureADMyOrg\"}", "Prefer",
				"create-if-missing");
	}

	private JsonNode appOnly(String appId, String secret) {
		return Browser.json(this.browser.post("/login/contoso.example/oauth2/v2.0/token",
				Map.of("grant_type", "client_credentials", "client_id", appId, "client_secret", secret, "scope",
						"https://outlook.office365.com/.default")));
	}

}
