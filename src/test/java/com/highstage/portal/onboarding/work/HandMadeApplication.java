package com.highstage.portal.onboarding.work;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.vault.Secret;

/**
 * An application that an administrator made without the portal.
 *
 * @param objectId the registration's object id
 * @param clientId the application (client) id
 * @param servicePrincipal the enterprise application's object id
 * @param secret the secret's value
 */
public record HandMadeApplication(String objectId, String clientId, String servicePrincipal, String secret) {

	private static final String IMAP = "5e5addcd-3e8d-4e90-baf5-964efab2b20a";

	public static HandMadeApplication make(Browser browser, String account) {
		String token = browser.manager(account, "organizations");
		JsonNode application = Browser.json(browser.graph(token, "POST", "applications",
				"{\"displayName\":\"By hand\",\"signInAudience\":\"AzureADMyOrg\"}"));
		String client = application.path("appId").asString();
		String registration = application.path("id").asString();
		String secret = Browser.json(browser.graph(token, "POST", "applications/" + registration + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"mine\"}}"))
			.path("secretText")
			.asString();
		String principal = id(browser, token, "POST", "servicePrincipals", "{\"appId\":\"" + client + "\"}");
		String exchange = id(browser, token, "GET", "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')",
				"");
		browser.graph(token, "POST", "servicePrincipals/" + exchange + "/appRoleAssignedTo",
				"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(principal, exchange,
						IMAP));
		return new HandMadeApplication(registration, client, principal, secret);
	}

	private static String id(Browser browser, String token, String method, String path, String body) {
		return Browser.json(browser.graph(token, method, path, body)).path("id").asString();
	}

	/**
	 * Opens mailboxes as the script does.
	 * @param microsoft365 where
	 * @param mailboxes their addresses
	 */
	public void open(Microsoft365Simulator microsoft365, String... mailboxes) {
		microsoft365.powershell("contoso.example", "New-ServicePrincipal",
				Map.of("AppId", this.clientId, "ObjectId", this.servicePrincipal, "DisplayName", "By hand"));
		for (String mailbox : mailboxes) {
			microsoft365.powershell("contoso.example", "Add-MailboxPermission",
					Map.of("Identity", mailbox, "User", this.servicePrincipal, "AccessRights", List.of("FullAccess")));
		}
	}

	public HandMade pasted(Person person, String client, String value) {
		return new HandMade(person.tenant().toString(), client, Secret.of(value),
				LocalDate.now(ZoneOffset.UTC).plusDays(90), "");
	}

}
