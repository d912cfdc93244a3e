package com.highstage.portal.simulator;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;
import com.highstage.portal.simulator.model.Founding.Company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrganisationsTests {

	private static final Company ADATUM = Company.of("Adatum Corporation", "adatum.example");

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private HttpResponse<String> found(String json) {
		return this.browser.send(HttpRequest.newBuilder(this.microsoft365.at("/control/organisations"))
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	@Test
	void aFurtherOneHasPeopleOfEveryRoleAndMailboxes() {
		this.microsoft365.found(ADATUM);
		JsonNode adatum = this.microsoft365.organisation("adatum.example");
		assertThat(adatum.path("accounts").valueStream().map((one) -> one.path("roles").path(0).asString("")))
			.containsExactly("Global Administrator", "Cloud Application Administrator", "Exchange Administrator",
					"Application Developer", "");
		assertThat(adatum.path("mailboxes").valueStream().map((one) -> one.path("address").asString())).contains(
				"support@adatum.example", "orders@adatum.example", "archive@adatum.example", "user@adatum.example");
		assertThat(this.browser.get("/").body()).contains("Adatum Corporation", "exchange-admin@adatum.example");
	}

	@Test
	void itsAdministratorWorksAtOnceAndOnlyThere() {
		this.microsoft365.found(ADATUM);
		String token = this.browser.manager("admin@adatum.example", "adatum.example");
		assertThat(this.browser.graph(token, "POST", "applications", "{\"displayName\":\"Mail\"}").statusCode())
			.isEqualTo(201);
		assertThat(this.microsoft365.organisation("adatum.example").path("applications")).hasSize(1);
		assertThat(this.microsoft365.organisation("contoso.example").path("applications")).isEmpty();
		assertThat(Browser.json(this.browser.graph(token, "GET", "organization", "")).toString())
			.contains("Adatum Corporation");
		assertThat(this.microsoft365.powershell("adatum.example", "Get-Mailbox", Map.of())).hasSize(9);
		assertThat(this.microsoft365.mailAccess().logIn(Protocol.IMAP, "support@adatum.example", token))
			.isEqualTo(Verdict.REFUSED);
	}

	@Test
	void whoCallsMeanwhileDoesNotGoBackInTime() throws InterruptedException {
		Instant start = Instant.now();
		Thread founding = Thread.startVirtualThread(() -> IntStream.range(0, 30)
			.forEach((number) -> this.microsoft365.found(Company.of("One of many", "many-" + number + ".example"))));
		do {
			this.browser.get("/login/organizations/discovery/v2.0/keys");
		}
		while (founding.isAlive());
		founding.join();
		assertThat(this.microsoft365.state().path("organisations")).hasSizeGreaterThan(30);
		assertThat(this.microsoft365.journal()).extracting(Journal.Entry::at).allMatch((at) -> !at.isBefore(start));
	}

	@Test
	void aResetTakesItAway() {
		this.microsoft365.found(ADATUM);
		this.microsoft365.reset();
		assertThat(this.browser.get("/control/state").body()).doesNotContain("adatum.example");
		this.microsoft365.found(ADATUM);
	}

	@Test
	void theControlPortTakesOneAsTheFileHasIt() {
		assertThat(found("""
				{"name": "Litware", "domain": "litware.example", "tenantId": "11702020-0007-4000-8000-000000000007",
				"secretsForbidden": true, "accounts": [
					{"address": "boss@litware.example", "name": "Bo Ek", "roles": ["Global Administrator"]},
					{"address": "partner@northwind.example", "home": "northwind.example"}],
				"mailboxes": [{"address": "post@litware.example", "type": "SharedMailbox", "imapEnabled": true}]}""")
			.statusCode()).isEqualTo(204);
		JsonNode litware = this.microsoft365.organisation("litware.example");
		assertThat(litware.path("tenantId").asString()).isEqualTo("11702020-0007-4000-8000-000000000007");
		assertThat(litware.path("accounts").path(1).path("guest").asBoolean()).isTrue();
		assertThat(litware.path("mailboxes")).hasSize(1);
		assertThat(this.browser.manager("boss@litware.example", "litware.example")).isNotEmpty();
	}

	@Test
	void theFormOnThePageTakesNameAndDomain() {
		assertThat(this.browser.post("/control/organisations", Map.of("name", "<b>Tree</b>", "domain", "tree.example"))
			.statusCode()).isEqualTo(204);
		assertThat(this.browser.get("/").body()).contains("&lt;b&gt;Tree&lt;/b&gt;").doesNotContain("<b>Tree</b>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\": \"No domain\"}", "{\"domain\": \"nameless.example\"}", "[]", "nonsense",
			"{\"name\": \"A\", \"domain\": \"a.example.com\"}", "{\"name\": \"A\", \"domain\": \"A b.example\"}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"colour\": \"red\"}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"tenantId\": \"7\"}",
			"{\"name\": \"A\", \"domain\": \"contoso.example\"}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"tenantId\": \"c0c0c0c0-0001-4000-8000-000000000001\"}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"accounts\": [{\"address\": \"a@b.example\"}]}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"accounts\": [{\"address\": \"a@b.example\", \"home\": \"b.example\"}]}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"accounts\": [{\"address\": \"a@a.example\", \"roles\": [\"King\"]}]}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"accounts\": [{\"address\": \"a@a.example\"}, {\"address\": \"A@a.example\"}]}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"mailboxes\": [{\"address\": \"a@a.example\", \"type\": \"Room\"}]}",
			"{\"name\": \"A\", \"domain\": \"a.example\", \"mailboxes\": [{\"address\": \"a@b.example\", \"type\": \"UserMailbox\"}]}" })
	void whatDoesNotFitTogetherIsRefused(String json) {
		String before = this.microsoft365.state().toString();
		assertThat(found(json).statusCode()).isEqualTo(400);
		assertThat(this.microsoft365.state()).hasToString(before);
	}

	@Test
	void nobodyIsAtHomeTwice() {
		this.microsoft365.found(ADATUM);
		assertThatIllegalArgumentException().isThrownBy(() -> this.microsoft365.found(ADATUM))
			.withMessageContaining("adatum.example");
	}

	@Test
	void anybodyCanCallTheirOwnPeopleOperators() {
		assertThat(found("{\"name\": \"A\", \"domain\": \"a.example\", \"accounts\": ["
				+ "{\"address\": \"op@a.example\", \"portalRoles\": [\"Operator\"]}]}")
			.statusCode()).isEqualTo(204);
		JsonNode tokens = this.browser.signIn("op@a.example", "a.example", "openid profile");
		assertThat(Jwt.claims(tokens.path("id_token").asString())).containsEntry("roles", List.of("Operator"));
	}

}
