package com.highstage.portal.drift;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator of Contoso who changes, in Microsoft's own tools, what the portal had
 * finished.
 */
public final class Meddler {

	static final String DOMAIN = "contoso.example";

	private final Microsoft365Simulator microsoft365;

	private final Browser browser;

	private final String token;

	/**
	 * Signs the administrator in.
	 * @param microsoft365 where
	 */
	public Meddler(Microsoft365Simulator microsoft365) {
		this.microsoft365 = microsoft365;
		this.browser = new Browser(microsoft365);
		this.token = this.browser.manager("admin@contoso.example", DOMAIN);
	}

	/**
	 * Withdraws all that the application was allowed.
	 */
	public void withdrawConsent() {
		String principal = principal().path("id").asString();
		graph("GET", "servicePrincipals/" + principal + "/appRoleAssignments", "").path("value")
			.valueStream()
			.map((one) -> one.path("id").asString())
			.toList()
			.forEach((id) -> graph("DELETE", "servicePrincipals/" + principal + "/appRoleAssignments/" + id, ""));
	}

	void removeSecret() {
		JsonNode application = application();
		application.path("passwordCredentials")
			.valueStream()
			.forEach((one) -> graph("POST", "applications/" + application.path("id").asString() + "/removePassword",
					"{\"keyId\":\"" + one.path("keyId").asString() + "\"}"));
	}

	void enable(boolean enabled) {
		graph("PATCH", "servicePrincipals/" + principal().path("id").asString(),
				"{\"accountEnabled\":" + enabled + "}");
	}

	void deleteApplication() {
		graph("DELETE", "applications/" + application().path("id").asString(), "");
	}

	void deletePrincipal() {
		graph("DELETE", "servicePrincipals/" + principal().path("id").asString(), "");
	}

	void unregister() {
		powershell("Remove-ServicePrincipal", Map.of("Identity", principal().path("id").asString(), "Confirm", false));
	}

	/**
	 * Takes the application's access to a mailbox away.
	 * @param mailbox its address
	 */
	public void close(String mailbox) {
		powershell("Remove-MailboxPermission", Map.of("Identity", mailbox, "User", principal().path("id").asString(),
				"AccessRights", List.of("FullAccess"), "Confirm", false));
	}

	void open(String mailbox) {
		powershell("Add-MailboxPermission", Map.of("Identity", mailbox, "User", principal().path("id").asString(),
				"AccessRights", List.of("FullAccess"), "AutoMapping", false));
	}

	void imap(String mailbox, boolean on) {
		powershell("Set-CASMailbox", Map.of("Identity", mailbox, "ImapEnabled", on));
	}

	void rename(String mailbox, String address) {
		powershell("Set-Mailbox", Map.of("Identity", mailbox, "WindowsEmailAddress", address));
	}

	void delete(String mailbox) {
		powershell("Remove-Mailbox", Map.of("Identity", mailbox, "Confirm", false));
	}

	private void powershell(String cmdlet, Map<String, ?> parameters) {
		this.microsoft365.powershell(DOMAIN, cmdlet, parameters);
	}

	private JsonNode application() {
		return graph("GET", "applications?$filter=uniqueName eq 'highstage-mail-1'".replace(" ", "%20"), "")
			.at("/value/0");
	}

	private JsonNode principal() {
		String client = application().path("appId").asString();
		return graph("GET", "servicePrincipals(appId='" + client + "')", "");
	}

	private JsonNode graph(String method, String path, String body) {
		HttpResponse<String> answer = this.browser.graph(this.token, method, path, body);
		assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isBetween(200, 299);
		return answer.body().isEmpty() ? JsonMapper.shared().createObjectNode() : Browser.json(answer);
	}

}
