package com.highstage.portal.simulator;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.exchange.Protocol;

/**
 * An application in Contoso that reads mail, made as an administrator makes one by hand;
 * for tests. It takes a directory without replication time.
 *
 * @param microsoft365 the simulator
 * @param objectId the application's object id, which is the wrong one for Exchange
 * @param clientId its client id
 * @param principalId the enterprise application's object id
 * @param secret its secret
 */
public record MailApplication(Microsoft365Simulator microsoft365, String objectId, String clientId, String principalId,
		String secret) {

	private static final String DOMAIN = "contoso.example";

	/**
	 * Makes one.
	 * @param microsoft365 the simulator
	 * @param permissions what it is allowed
	 * @return the application, unknown to Exchange as yet
	 */
	public static MailApplication in(Microsoft365Simulator microsoft365, Protocol... permissions) {
		Browser browser = new Browser(microsoft365);
		String token = browser.manager("admin@" + DOMAIN, DOMAIN);
		JsonNode application = Browser.json(browser.graph(token, "POST", "applications",
				"{\"displayName\":\"Mail\",\"signInAudience\":\"AzureADMyOrg\"}"));
		String clientId = application.path("appId").asString();
		String principal = Browser
			.json(browser.graph(token, "POST", "servicePrincipals", "{\"appId\":\"" + clientId + "\"}"))
			.path("id")
			.asString();
		JsonNode exchange = Browser
			.json(browser.graph(token, "GET", "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')", ""));
		for (Protocol permission : permissions) {
			browser.graph(token, "POST", "servicePrincipals/" + exchange.path("id").asString() + "/appRoleAssignedTo",
					"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(principal,
							exchange.path("id").asString(), roleId(exchange, permission)));
		}
		JsonNode password = Browser
			.json(browser.graph(token, "POST", "applications/" + application.path("id").asString() + "/addPassword",
					"{\"passwordCredential\":{\"displayName\":\"Mail\"}}"));
		return new MailApplication(microsoft365, application.path("id").asString(), clientId, principal,
				password.path("secretText").asString());
	}

	private static String roleId(JsonNode exchange, Protocol permission) {
		return exchange.path("appRoles")
			.valueStream()
			.filter((role) -> role.path("value").asString().equals(permission.role()))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
	}

	/**
	 * Registers it in Exchange.
	 * @param underObjectId what the administrator takes for its Object ID
	 */
	public void register(String underObjectId) {
		this.microsoft365.powershell(DOMAIN, "New-ServicePrincipal",
				Map.of("AppId", this.clientId, "ObjectId", underObjectId, "DisplayName", "Mail"));
	}

	/**
	 * Lets it read a mailbox and send in its name.
	 * @param mailbox the address
	 */
	public void open(String mailbox) {
		this.microsoft365.powershell(DOMAIN, "Add-MailboxPermission", Map.of("Identity", mailbox, "User", this.clientId,
				"AccessRights", List.of("FullAccess"), "AutoMapping", false));
		this.microsoft365.powershell(DOMAIN, "Add-RecipientPermission", Map.of("Identity", mailbox, "Trustee",
				this.clientId, "AccessRights", List.of("SendAs"), "Confirm", false));
	}

	/**
	 * Asks for an app-only token for Exchange.
	 * @return the token
	 */
	public String token() {
		return Browser
			.json(new Browser(this.microsoft365)
				.post("/login/" + DOMAIN + "/oauth2/v2.0/token",
						Map.of("grant_type", "client_credentials", "client_id", this.clientId, "client_secret",
								this.secret, "scope", "https://outlook.office365.com/.default")))
			.path("access_token")
			.asString();
	}

}
