package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How mailboxes are found, and how they may be reached.
 */
class ExchangeMailboxTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private ExchangeShell shell = new ExchangeShell(new Browser(this.microsoft365), "", "", "");

	@BeforeEach
	void signIn() {
		this.shell = ExchangeShell.allowing(this.microsoft365, "admin@contoso.example", "contoso.example");
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private List<String> found(Map<String, ?> parameters) {
		return addresses(this.shell.run("Get-Mailbox", parameters));
	}

	private static List<String> addresses(JsonNode answer) {
		return answer.path("value").valueStream().map((one) -> one.path("PrimarySmtpAddress").asString()).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders@contoso.example", "SHOP@contoso.example", "o.orders@contoso.example", "orders",
			"Order Desk" })
	void anIdentityIsAnyNameOfAMailbox(String identity) {
		JsonNode mailbox = this.shell.run("Get-Mailbox", Map.of("Identity", identity)).at("/value/0");
		assertThat(mailbox.path("PrimarySmtpAddress").asString()).isEqualTo("orders@contoso.example");
		assertThat(mailbox.path("UserPrincipalName").asString()).isEqualTo("o.orders@contoso.example");
		assertThat(mailbox.path("Alias").asString()).isEqualTo("orders");
		assertThat(mailbox.path("DisplayName").asString()).isEqualTo("Order Desk");
		assertThat(mailbox.path("RecipientTypeDetails").asString()).isEqualTo("UserMailbox");
		assertThat(mailbox.path("EmailAddresses").toString())
			.isEqualTo("[\"SMTP:orders@contoso.example\",\"smtp:shop@contoso.example\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody@contoso.example", "sales@fabrikam.example" })
	void aMissingMailboxIsNotFound(String identity) {
		for (String cmdlet : List.of("Get-Mailbox", "Get-CASMailbox", "Get-MailboxPermission")) {
			assertThat(this.shell.refusal(cmdlet, Map.of("Identity", identity))).contains(
					"|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be"
							+ " performed because object '" + identity + "' couldn't be found on");
		}
	}

	@ParameterizedTest
	@CsvSource({ "ord, orders@contoso.example", "desk, orders@contoso.example", "SHOP, orders@contoso.example",
			"adele, admin@contoso.example", "inform, info@contoso.example" })
	void aSearchFindsTheStartOfNamesAndAddresses(String words, String address) {
		assertThat(found(Map.of("Anr", words))).containsExactly(address);
	}

	@Test
	void aSearchThatFindsNothingIsNoError() {
		assertThat(found(Map.of("Anr", "desks"))).isEmpty();
		assertThat(this.shell.refusal("Get-Mailbox", Map.of("Anr", "desk", "Identity", "orders")))
			.contains("Parameter set cannot be resolved");
	}

	@Test
	void typesAreAList() {
		assertThat(found(Map.of("RecipientTypeDetails", List.of("SharedMailbox"))))
			.containsExactlyInAnyOrder("support@contoso.example", "info@contoso.example");
		assertThat(found(Map.of("RecipientTypeDetails", List.of("sharedmailbox", "UserMailbox")))).hasSize(6);
		assertThat(this.shell.refusal("Get-Mailbox", Map.of("RecipientTypeDetails", List.of("FunMailbox"))))
			.contains("Cannot convert value \"FunMailbox\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "DisplayName -eq 'support'|1", "DisplayName -like 'S*'|2",
					"EmailAddresses -eq 'shop@contoso.example'|1", "Alias -like 'or*' -or DisplayName -eq 'Sales'|2",
					"Alias -like '*' -and DisplayName -ne 'Sales'|5",
					"PrimarySmtpAddress -eq 'o''hara@contoso.example'|0" })
	void simpleFiltersAreUnderstood(String filter, int number) {
		assertThat(found(Map.of("Filter", filter))).hasSize(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DisplayName -like '*port'", "Colour -eq 'red'", "DisplayName eq 'x'",
			"DisplayName -eq 'x", "Alias -eq 'a' -and", "Alias -eq 'a' -and Alias -eq 'b' -or Alias -eq 'c'",
			"Alias -eq 'a' Alias -eq 'b'" })
	void otherFiltersAreRefused(String filter) {
		assertThat(this.shell.refusal("Get-Mailbox", Map.of("Filter", filter)))
			.contains("Cannot bind parameter 'Filter' to the target.");
	}

	@Test
	void aListComesInPagesOfTheSizeThatIsPreferred() {
		this.microsoft365.settings(Map.of("extraMailboxes", 500));
		String body = ExchangeShell.body("Get-Mailbox", Map.of("ResultSize", "Unlimited"));
		List<Integer> sizes = new ArrayList<>();
		List<String> all = new ArrayList<>();
		String next = this.shell.path();
		while (!next.isEmpty()) {
			JsonNode page = Browser.json(this.shell.send(next, body, "Prefer", "odata.maxpagesize=200"));
			sizes.add(page.path("value").size());
			all.addAll(addresses(page));
			next = page.path("@odata.nextLink").asString("");
		}
		assertThat(sizes).containsExactly(200, 200, 106);
		assertThat(all).doesNotHaveDuplicates().contains("box-0001@contoso.example", "box-0500@contoso.example");
		assertThat(Browser.json(this.shell.send(this.shell.path(), body)).path("value").size()).isEqualTo(100);
	}

	@Test
	void aNextPageNeedsTheSameBody() {
		this.microsoft365.settings(Map.of("extraMailboxes", 20));
		String body = ExchangeShell.body("Get-Mailbox", Map.of("ResultSize", "Unlimited"));
		String next = Browser.json(this.shell.send(this.shell.path(), body, "Prefer", "odata.maxpagesize=10"))
			.path("@odata.nextLink")
			.asString();
		assertThat(next).startsWith(this.microsoft365.at("/outlook/adminapi/beta/").toString());
		assertThat(this.shell.send(next, body).statusCode()).isEqualTo(200);
		HttpResponse<String> other = this.shell.send(next, ExchangeShell.body("Get-Mailbox", Map.of()));
		assertThat(other.statusCode()).isEqualTo(400);
		assertThat(other.body()).contains("skip token");
	}

	@Test
	void moreThanWantedIsLeftOutWithAWarning() {
		JsonNode answer = this.shell.run("Get-Mailbox", Map.of("ResultSize", 2));
		assertThat(answer.path("value").size()).isEqualTo(2);
		assertThat(answer.path("@adminapi.warnings").path(0).asString()).startsWith("There are more results available");
		assertThat(this.shell.run("Get-Mailbox", Map.of("ResultSize", "Unlimited")).path("@adminapi.warnings"))
			.isEmpty();
	}

	@Test
	void protocolsAreSwitchedPerMailbox() {
		assertThat(protocols("ImapEnabled").asBoolean()).isFalse();
		assertThat(protocols("SmtpClientAuthenticationDisabled").isNull()).isTrue();
		set(Map.of("ImapEnabled", true, "PopEnabled", false, "SmtpClientAuthenticationDisabled", true));
		assertThat(protocols("ImapEnabled").asBoolean()).isTrue();
		assertThat(protocols("PopEnabled").asBoolean()).isFalse();
		assertThat(protocols("SmtpClientAuthenticationDisabled").asBoolean()).isTrue();
		Map<String, Object> back = new HashMap<>();
		back.put("SmtpClientAuthenticationDisabled", null);
		set(back);
		assertThat(protocols("SmtpClientAuthenticationDisabled").isNull()).isTrue();
		JsonNode again = set(Map.of("ImapEnabled", true));
		assertThat(again.path("@adminapi.warnings").path(0).asString()).contains("no settings");
	}

	private JsonNode set(Map<String, ?> switches) {
		Map<String, Object> parameters = new HashMap<>(switches);
		parameters.put("Identity", "archive@contoso.example");
		return this.shell.run("Set-CASMailbox", parameters);
	}

	private JsonNode protocols(String name) {
		return this.shell.run("Get-CASMailbox", Map.of("Identity", "archive@contoso.example"))
			.at("/value/0")
			.path(name);
	}

	@Test
	void aRenamedMailboxIsFoundUnderItsFormerAddressToo() {
		this.microsoft365.powershell("contoso.example", "Set-Mailbox",
				Map.of("Identity", "support@contoso.example", "WindowsEmailAddress", "help@contoso.example"));
		JsonNode mailbox = this.shell.run("Get-Mailbox", Map.of("Identity", "support@contoso.example")).at("/value/0");
		assertThat(mailbox.path("PrimarySmtpAddress").asString()).isEqualTo("help@contoso.example");
		assertThat(mailbox.path("EmailAddresses").toString()).contains("SMTP:help@contoso.example",
				"smtp:support@contoso.example");
	}

	@Test
	void aRemovedMailboxIsNotFound() {
		this.microsoft365.powershell("contoso.example", "Remove-Mailbox",
				Map.of("Identity", "support@contoso.example", "Confirm", false));
		assertThat(this.shell.refusal("Get-Mailbox", Map.of("Identity", "support@contoso.example")))
			.contains("couldn't be found");
	}

}
