package com.highstage.portal.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * An application that a person made in the Entra admin center.
 *
 * @param clientId its application (client) id
 * @param secret its secret's value
 * @param expiresAt when the secret ends
 */
record MadeByHand(String clientId, String secret, Instant expiresAt) {

	private static final List<String> ROLES = List.of("5e5addcd-3e8d-4e90-baf5-964efab2b20a",
			"cb842b43-da6e-4506-86fe-bb12199c656d");

	static MadeByHand in(Microsoft365Simulator microsoft365, String account) {
		microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		Browser browser = Browser.ofAnotherApplication(microsoft365);
		String token = browser.manager(account, "organizations");
		JsonNode application = post(browser, token, "applications",
				"{\"displayName\":\"Imap/Pop OAuth Service\",\"signInAudience\":\"AzureADMyOrg\"}");
		String clientId = application.path("appId").asString();
		JsonNode principal = post(browser, token, "servicePrincipals", "{\"appId\":\"" + clientId + "\"}");
		grant(browser, token, principal.path("id").asString());
		Instant end = Clock.systemUTC().instant().plus(Duration.ofDays(100)).truncatedTo(ChronoUnit.SECONDS);
		JsonNode secret = post(browser, token, "applications/" + application.path("id").asString() + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"Secret 1\",\"endDateTime\":\"" + end + "\"}}");
		return new MadeByHand(clientId, secret.path("secretText").asString(), end);
	}

	/**
	 * Makes another secret beside the first.
	 * @param microsoft365 where
	 * @param account who makes it
	 * @return its value
	 */
	String another(Microsoft365Simulator microsoft365, String account) {
		Browser browser = Browser.ofAnotherApplication(microsoft365);
		String token = browser.manager(account, "organizations");
		String id = microsoft365.organisation(account.substring(account.indexOf('@') + 1))
			.path("applications")
			.valueStream()
			.filter((each) -> each.path("appId").asString().equals(this.clientId))
			.map((each) -> each.path("id").asString())
			.findFirst()
			.orElseThrow();
		return post(browser, token, "applications/" + id + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"Secret 2\",\"endDateTime\":\"" + this.expiresAt + "\"}}")
			.path("secretText")
			.asString();
	}

	private static void grant(Browser browser, String token, String principal) {
		String exchange = Browser
			.json(browser.graph(token, "GET",
					"servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')?$select=id,appId", ""))
			.path("id")
			.asString();
		for (String role : ROLES) {
			post(browser, token, "servicePrincipals/" + exchange + "/appRoleAssignedTo",
					"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(principal, exchange,
							role));
		}
	}

	private static JsonNode post(Browser browser, String token, String path, String body) {
		return Browser.json(browser.graph(token, "POST", path, body));
	}

}
