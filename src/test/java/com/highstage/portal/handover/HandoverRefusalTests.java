package com.highstage.portal.handover;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Jwt;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class HandoverRefusalTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	private HighstageClient highstage() {
		return HighstageClient.of(this.portal.url(), this.microsoft365);
	}

	@Test
	void nobodyComesInWithoutATokenOrWithOneThatIsNotHighstages() {
		HttpResponse<String> stranger = new HighstageClient(this.portal.url(), "").get("/connections");
		HighstageClient.assertProblem(stranger, 401, "about:blank");
		assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
		for (String token : List.of("x", ofAnotherOrganisation(), ofAPerson(), forGraph())) {
			HttpResponse<String> answer = new HighstageClient(this.portal.url(), token).get("/connections");
			HighstageClient.assertProblem(answer, 401, "about:blank");
			assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
		}
		HttpResponse<String> withoutRole = new HighstageClient(this.portal.url(),
				HighstageClient.token(this.microsoft365, "highstage.example", HighstageClient.WITHOUT_ROLE,
						HighstageClient.SECRET_WITHOUT_ROLE, "api://" + Browser.CLIENT))
			.get("/connections");
		HighstageClient.assertProblem(withoutRole, 403, "about:blank");
		assertThat(withoutRole.headers().firstValue("WWW-Authenticate"))
			.contains("Bearer error=\"insufficient_scope\"");
	}

	/**
	 * An administrator of Contoso gives an application of their own the portal's role, as
	 * everybody can in their own organisation.
	 */
	private String ofAnotherOrganisation() {
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		Browser browser = new Browser(this.microsoft365);
		String manager = browser.manager("admin@contoso.example", "contoso.example");
		JsonNode application = post(browser, manager, "applications",
				"{\"displayName\":\"Evil\",\"signInAudience\":\"AzureADMyOrg\"}");
		String appId = application.path("appId").asString();
		JsonNode principal = post(browser, manager, "servicePrincipals", "{\"appId\":\"" + appId + "\"}");
		assign(browser, manager, principal.path("id").asString());
		String secret = post(browser, manager, "applications/" + application.path("id").asString() + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"s\"}}")
			.path("secretText")
			.asString();
		String token = HighstageClient.token(this.microsoft365, "contoso.example", appId, secret, Browser.CLIENT);
		this.microsoft365.settings(Map.of("replicationMillis", 1000));
		assertThat(Jwt.claims(token)).containsEntry("roles", List.of("Connections.Read"))
			.containsEntry("aud", List.of(Browser.CLIENT));
		return token;
	}

	private static void assign(Browser browser, String manager, String principal) {
		JsonNode portal = Browser
			.json(browser.graph(manager, "GET", "servicePrincipals(appId='" + Browser.CLIENT + "')", ""));
		String role = portal.path("appRoles")
			.valueStream()
			.filter((one) -> one.path("value").asString().equals("Connections.Read"))
			.map((one) -> one.path("id").asString())
			.findFirst()
			.orElseThrow();
		post(browser, manager, "servicePrincipals/" + portal.path("id").asString() + "/appRoleAssignedTo",
				"{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}".formatted(principal,
						portal.path("id").asString(), role));
	}

	private static JsonNode post(Browser browser, String token, String path, String body) {
		HttpResponse<String> answer = browser.graph(token, "POST", path, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return Browser.json(answer);
	}

	private String ofAPerson() {
		return new Browser(this.microsoft365)
			.signIn("operator@highstage.example", "highstage.example", "openid profile")
			.path("id_token")
			.asString();
	}

	private String forGraph() {
		return HighstageClient.token(this.microsoft365, "highstage.example", HighstageClient.CLIENT,
				HighstageClient.SECRET, "https://graph.microsoft.com");
	}

	@Test
	void aSignInOpensNothingHereAndATokenNothingElsewhere() {
		Surfer operator = new Surfer(this.portal.url()).signIn("operator@highstage.example");
		assertThat(operator.send(HttpRequest.newBuilder(this.portal.url().resolve("/api/v1/connections")).GET())
			.statusCode()).isEqualTo(401);
		HttpResponse<String> answer = highstage().get("/connections?limit=1");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		for (String path : List.of("/operator", "/onboarding")) {
			HttpResponse<String> page = highstage().page(path);
			assertThat(page.statusCode()).isEqualTo(302);
			assertThat(page.headers().firstValue("Location").orElse("")).contains("/sign-in?");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/connections;a=b", "/connections/%2e%2e/x", "//connections", "/keys/x%0d%0aSet-Cookie" })
	void anAddressThatNobodyMayAskForIsRefusedAsAProblem(String path) {
		HttpResponse<String> answer = highstage().get(path);
		HighstageClient.assertProblem(answer, 400, "about:blank");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void whoKnowsMoreThanHasChangedBeginsAnew() {
		long last = last();
		HttpResponse<String> answer = highstage().get("/connections?after=" + last);
		// the portal goes on working for other tests' organisations
		assertThat(HighstageClient.json(answer).path("change").asLong(-1)).isBetween(last, last());
		HighstageClient.assertProblem(highstage().get("/connections?after=" + (last + 1_000_000)), 409,
				"urn:highstage:portal:problem:ahead");
	}

	private long last() {
		return this.jdbc.sql("select last_change from connection_change").query(Long.class).single();
	}

	@Test
	void elsewhereSuchAnAddressIsNoProblemOfTheInterface() {
		assertThat(highstage().page("/operator;a=b").headers().firstValue("Content-Type").orElse(""))
			.doesNotContain("problem");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.7", "\"1\"", "true", "9223372036854775808", "[1]", "null", "\"a\\nFORGED LINE\"" })
	void aNumberIsANumberAndNothingSentIsRepeatedInTheLog(String number, CapturedOutput output) {
		HttpResponse<String> answer = highstage().put("/connections/" + new UUID(0, 1) + "/acknowledgement",
				"{\"sequence\":" + number + "}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		assertThat(output.getAll()).doesNotContain("FORGED LINE", "9223372036854775808");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /nothing, , 404", "GET, /connections?after=<b>, , 400", "GET, /connections?limit=201, , 400",
			"GET, /connections?limit=0, , 400", "GET, /connections?tenant=contoso, , 400",
			"DELETE, /connections, , 405", "PUT, /keys/recipient/x/canary, text/plain, 415",
			"PUT, /keys/recipient/x/canary, application/json, 400" })
	void whatIsWrongIsSaidAsAProblem(String method, String path, String type, int status) {
		HttpResponse<String> answer = highstage().send(method, path.replace("<", "%3C").replace(">", "%3E"),
				BodyPublishers.ofString("PUT".equals(method) ? "{<b>" : ""),
				(type != null) ? new String[] { "Content-Type", type } : new String[0]);
		HighstageClient.assertProblem(answer, status,
				(status == 400 && type == null) ? "urn:highstage:portal:problem:invalid-request" : "about:blank");
		if (status == 405) {
			assertThat(answer.headers().firstValue("Allow")).contains("GET");
		}
	}

}
