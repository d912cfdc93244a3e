package com.highstage.portal.simulator;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Who may run cmdlets, and what a request has to look like.
 */
class ExchangeRulesTests {

	private static final String GET = ExchangeShell.body("Get-TransportConfig", Map.of());

	private final SteppingClock clock = new SteppingClock();

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0, this.clock);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private ExchangeShell contoso() {
		return ExchangeShell.allowing(this.microsoft365, "admin@contoso.example", "contoso.example");
	}

	private static void refused(HttpResponse<String> answer, int status, String reason) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.headers().firstValue("x-ms-diagnostics").orElse("none")).contains(reason);
	}

	@Test
	void anAdministratorRunsACmdletUnderIdOrDomain() {
		ExchangeShell shell = contoso();
		assertThat(
				shell.run("Get-TransportConfig", Map.of()).at("/value/0/SmtpClientAuthenticationDisabled").asBoolean())
			.isFalse();
		HttpResponse<String> byId = shell.send("adminapi/beta/c0c0c0c0-0001-4000-8000-000000000001/InvokeCommand", GET);
		assertThat(byId.statusCode()).isEqualTo(200);
		assertThat(byId.body()).contains("$metadata#Collection(Exchange.GenericHashTable)");
	}

	@ParameterizedTest
	@CsvSource({ "exchange-admin@fabrikam.example, 200", "global-admin@fabrikam.example, 200",
			"app-admin@fabrikam.example, 403", "developer@fabrikam.example, 403", "user@fabrikam.example, 403" })
	void theRoleDecidesWhoRunsCmdlets(String account, int status) {
		this.browser.allow("global-admin@fabrikam.example", "fabrikam.example");
		HttpResponse<String> answer = ExchangeShell.of(this.microsoft365, account, "fabrikam.example")
			.answer("Get-TransportConfig", Map.of());
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("x-ms-diagnostics").isPresent()).isEqualTo(status == 403);
		assertThat(answer.body().isEmpty()).isEqualTo(status == 403);
	}

	@Test
	void aRoleThatIsStillSpreadingIsRefusedWithoutAReason() {
		ExchangeShell early = contoso();
		this.clock.advance(Duration.ofMinutes(1));
		this.microsoft365.settings(Map.of("roleActivations", Map.of("admin@contoso.example", this.clock.instant())));
		ExchangeShell late = contoso();
		refused(late.answer("Get-TransportConfig", Map.of()), 403, "none");
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(late.answer("Get-TransportConfig", Map.of()).statusCode()).isEqualTo(200);
		refused(early.answer("Get-TransportConfig", Map.of()), 403, "none");
	}

	@Test
	void aTokenIsCheckedBeforeAnythingElse() {
		ExchangeShell shell = contoso();
		String[] headers = { "X-AnchorMailbox", "UPN:admin@contoso.example", "Content-Type", "application/json" };
		refused(this.browser.exchange("nonsense", shell.path(), GET, headers), 401, "malformed");
		String graph = this.browser.manager("admin@contoso.example", "contoso.example");
		refused(this.browser.exchange(graph, shell.path(), GET, headers), 401, "audience claim value is invalid");
		String forged = shell.token().substring(0, shell.token().length() - 6) + "AAAAAA";
		refused(this.browser.exchange(forged, shell.path(), GET, headers), 401, "signature");
		refused(shell.send("adminapi/beta/fabrikam.example/InvokeCommand", GET), 401, "another organisation");
		this.clock.advance(Duration.ofHours(2));
		refused(shell.answer("Get-TransportConfig", Map.of()), 401, "expired");
	}

	@Test
	void anotherPermissionOfExchangesIsNotEnough() {
		String token = this.browser
			.signIn("admin@contoso.example", "contoso.example",
					"openid https://outlook.office365.com/IMAP.AccessAsUser.All")
			.path("access_token")
			.asString();
		refused(new ExchangeShell(this.browser, "admin@contoso.example", "contoso.example", token)
			.answer("Get-TransportConfig", Map.of()), 403, "not enough scopes");
	}

	@Test
	void withoutExchangeOnlineNothingIsFound() {
		HttpResponse<String> answer = contoso().send("adminapi/beta/woodgrove.example/InvokeCommand", GET);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("ResourceNotFound", "woodgrove.example");
	}

	@ParameterizedTest
	@CsvSource({ "adminapi/v1.0/contoso.example/InvokeCommand, 405", "adminapi/beta/contoso.example/Mailbox, 404",
			"adminapi/beta/InvokeCommand, 404", "adminapi/beta/nowhere.example/InvokeCommand, 404" })
	void otherAddressesAreRefused(String path, int status) {
		assertThat(contoso().send(path, GET).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			value = { "none|application/json|400", "admin@contoso.example|application/json|400",
					"UPN:nobody@contoso.example|application/json|400", "UPN:admin@contoso.example|text/plain|415",
					"upn:admin@contoso.example|application/json; charset=utf-8|200" })
	void theHeadersAreNeeded(String anchor, String type, int status) {
		ExchangeShell shell = contoso();
		HttpResponse<String> answer = this.browser.exchange(shell.token(), shell.path(), GET, "Content-Type", type,
				(anchor != null) ? "X-AnchorMailbox" : "X-Other", (anchor != null) ? anchor : "none");
		assertThat(answer.statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "[]", "{}", "{\"CmdletName\":\"Get-TransportConfig\"}",
			"{\"CmdletInput\":{\"CmdletName\":7}}",
			"{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":[]}}",
			"{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameter\":{},\"x\":1}}",
			"{\"CmdletInput\":{\"CmdletName\":\"Get-TransportConfig\"},\"more\":1}" })
	void aBodyOfAnotherShapeIsRefused(String body) {
		ExchangeShell shell = contoso();
		HttpResponse<String> answer = shell.send(shell.path(), body);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(Browser.json(answer).at("/error/code").asString()).isEqualTo("BadRequest");
	}

	@Test
	void anUnknownCmdletIsNotRecognized() {
		assertThat(contoso().refusal("Get-Weather", Map.of())).contains(
				"|System.Management.Automation.CommandNotFoundException|The term 'Get-Weather' is not recognized");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"Get-Mailbox|Colour|red|A parameter cannot be found that matches parameter name 'Colour'.",
			"Get-TransportConfig|Identity|x|A parameter cannot be found that matches parameter name 'Identity'.",
			"New-ServicePrincipal|AppId|5e5addcd-3e8d-4e90-baf5-964efab2b20a|missing mandatory parameters: ObjectId.",
			"New-ServicePrincipal|ObjectId|five|on parameter 'ObjectId'. Cannot convert value \"five\" to type \"System.Guid\"",
			"Get-Mailbox|RecipientTypeDetails|SharedMailbox|Cannot convert value \"SharedMailbox\" to type \"System.String[]\"",
			"Get-Mailbox|Identity| |Cannot convert value", "Set-CASMailbox|ImapEnabled|true|to type \"System.Boolean\"",
			"Get-Mailbox|ResultSize|many|on parameter 'ResultSize'" })
	void parametersAreChecked(String cmdlet, String name, String value, String words) {
		assertThat(contoso().refusal(cmdlet, Map.of(name, (value != null) ? value : ""))).contains(words,
				"|System.Management.Automation.ParameterBindingException|");
	}

	@Test
	void namesAreReadAsPowerShellReadsThem() {
		assertThat(contoso().run("get-mailbox", Map.of("identity", "support@contoso.example")).path("value").size())
			.isOne();
	}

	@Test
	void whatFailsIsAskedForByTheCmdletsName() {
		ExchangeShell shell = contoso();
		this.microsoft365.fault(Fault.before("Get-TransportConfig", "429").retryAfter("2.5"));
		HttpResponse<String> throttled = shell.answer("Get-TransportConfig", Map.of());
		assertThat(throttled.statusCode()).isEqualTo(429);
		assertThat(throttled.headers().firstValue("Retry-After")).contains("2.5");
		this.microsoft365.fault(Fault.before("Get-TransportConfig", "403"));
		refused(shell.answer("Get-TransportConfig", Map.of()), 403, "none");
		this.microsoft365.fault(Fault.before("Get-TransportConfig", "401"));
		HttpResponse<String> challenge = shell.answer("Get-TransportConfig", Map.of());
		assertThat(challenge.statusCode()).isEqualTo(401);
		assertThat(challenge.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("insufficient_claims");
		assertThat(shell.answer("Get-TransportConfig", Map.of()).statusCode()).isEqualTo(200);
	}

	@Test
	void theJournalHasTheCmdletAndWhatItChanged() {
		ExchangeShell shell = contoso();
		shell.run("Set-CASMailbox", Map.of("Identity", "archive@contoso.example", "ImapEnabled", true));
		Journal.Entry entry = this.microsoft365.journal().getLast();
		assertThat(entry.call()).isEqualTo("Set-CASMailbox");
		assertThat(entry.caller()).isEqualTo("admin@contoso.example");
		assertThat(entry.url()).isEqualTo("https://outlook.office365.com/adminapi/beta/contoso.example/InvokeCommand");
		assertThat(entry.effect()).isTrue();
		shell.run("Get-CASMailbox", Map.of("Identity", "archive@contoso.example"));
		assertThat(this.microsoft365.journal().getLast().effect()).isFalse();
	}

	@Test
	void anAdministratorNeedsNoPortal() {
		this.microsoft365.powershell("contoso.example", "Set-TransportConfig",
				Map.of("SmtpClientAuthenticationDisabled", true));
		assertThat(this.browser
			.send(HttpRequest.newBuilder(this.microsoft365.at("/control/powershell"))
				.POST(HttpRequest.BodyPublishers.ofString("""
						{"organisation":"contoso.example","cmdlet":"Set-CASMailbox",
						"parameters":{"Identity":"orders@contoso.example","PopEnabled":false}}""")))
			.statusCode()).isEqualTo(204);
		assertThat(this.microsoft365.organisation("contoso.example").toString())
			.contains("{\"smtpClientAuthenticationDisabled\":true", "\"popEnabled\":false");
		assertThat(this.browser.get("/").body().replaceAll("<[^>]*>", "")).contains("SMTP AUTH off")
			.containsPattern("IMAP on,\\s*POP off");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.microsoft365.powershell("contoso.example", "Get-Weather", Map.of()))
			.withMessageContaining("is not recognized");
	}

	@Test
	void aResetTakesEverythingBack() {
		String before = this.microsoft365.organisation("contoso.example").toString();
		this.microsoft365.settings(Map.of("extraMailboxes", 3));
		this.microsoft365.powershell("contoso.example", "Set-CASMailbox",
				Map.of("Identity", "box-0003@contoso.example", "ImapEnabled", false));
		this.microsoft365.powershell("contoso.example", "New-ServicePrincipal", Map.of("AppId",
				"10000000-0000-4000-8000-000000000001", "ObjectId", "10000000-0000-4000-8000-000000000002"));
		assertThat(this.microsoft365.organisation("contoso.example").toString()).contains("box-0003@contoso.example",
				"10000000-0000-4000-8000-000000000002");
		assertThat(this.microsoft365.organisation("woodgrove.example").path("mailboxes")).isEmpty();
		this.microsoft365.reset();
		assertThat(this.microsoft365.organisation("contoso.example")).hasToString(before);
	}

}
