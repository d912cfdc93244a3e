package com.highstage.portal.account.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class StaffSignInTests {

	private static final String VENDOR = "41674167-0006-4000-8000-000000000006";

	private static final String OPERATOR = "operator@highstage.example";

	private static final String VIEWER = "viewer@highstage.example";

	private static final String DESK = "/operator";

	private static final String COMMAND = "/operator/audit/verify";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	private Surfer surfer;

	@BeforeEach
	void begin() {
		this.microsoft365.reset();
		this.microsoft365.settings(Map.of("replicationMillis", 0));
		this.jdbc.sql("delete from sign_in").update();
		this.surfer = new Surfer(this.portal.url());
	}

	@Test
	void aStrangerAtTheDeskSignsInAtTheVendorsOrganisationAndComesBack() {
		this.surfer.open(DESK + "?q=a+b&state=STUCK");
		assertThat(this.surfer.trail()).anyMatch((each) -> each.getPath().equals("/sign-in"))
			.last()
			.asString()
			.contains("/login/" + VENDOR + "/oauth2/v2.0/authorize");
		this.surfer.choose(VIEWER);
		assertThat(this.surfer.path()).isEqualTo(DESK + "?q=a+b&state=STUCK");
		assertThat(this.surfer.body()).contains("Vera Holm");
	}

	@Test
	void staffWhoWantedNothingElseLandAtTheDesk() {
		this.surfer.signIn(OPERATOR);
		assertThat(this.surfer.path()).isEqualTo("/operator");
	}

	@Test
	void theDeskAsksForNoFurtherService() {
		new Browser(this.microsoft365).allow("admin@highstage.example", "organizations");
		giveRole("admin@highstage.example", "highstage.example", "Operator");
		this.surfer.signIn("admin@highstage.example");
		assertThat(this.surfer.path()).isEqualTo("/operator");
		assertThat(this.jdbc.sql("select resource from delegated_access").query(String.class).list())
			.containsExactly("GRAPH_PROFILE");
	}

	@Test
	void aFragmentOfTheDeskSendsTheWholePageToSignIn() {
		HttpResponse<String> answer = this.surfer
			.send(HttpRequest.newBuilder(this.portal.page("/operator/rows")).header("HX-Request", "true"));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("HX-Redirect")).get()
			.asString()
			.startsWith("/sign-in?organisation=" + VENDOR);
	}

	@Test
	void aCommandWhoseSignInHasEndedLeadsBackToTheDesk() {
		this.surfer.signIn(OPERATOR).open("/");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		this.surfer.submit(COMMAND, Map.of());
		assertThat(this.surfer.path()).isEqualTo(DESK);
	}

	@Test
	void whatAnOperatorTypedIsNotLostWithTheSignIn() {
		this.surfer.signIn(OPERATOR).open("/");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		this.surfer.submit("/operator/invite", Map.of("name", "Adatum Wines"));
		assertThat(this.surfer.path()).isEqualTo("/operator/invite");
		assertThat(this.surfer.body()).contains("Adatum Wines");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/onboarding", "/signed-out", "/nothing-here" })
	void staffFindTheDeskFromEveryPage(String page) {
		assertThat(this.surfer.signIn(OPERATOR).open(page).body()).contains("href=\"/operator\"");
	}

	@Test
	void customersSeeNoWayToTheDesk() {
		assertThat(this.surfer.signIn("user@fabrikam.example").body()).doesNotContain("/operator");
	}

	@Test
	void aViewerMayLookAndGiveNoCommand() {
		this.surfer.signIn(VIEWER);
		assertThat(this.surfer.open("/").submit(COMMAND, Map.of()).status()).isEqualTo(404);
		assertThat(this.surfer.open(DESK).status()).isEqualTo(200);
	}

	@Test
	void anOperatorMayBoth() {
		this.surfer.signIn(OPERATOR).open("/").submit(COMMAND, Map.of());
		assertThat(this.surfer.status()).isEqualTo(200);
		assertThat(this.surfer.path()).startsWith("/operator/audit");
	}

	@Test
	void theVendorsOtherPeopleFindNothing() {
		this.surfer.signIn("admin@highstage.example");
		assertThat(this.surfer.path()).startsWith("/onboarding");
		assertNothingAtTheDesk();
	}

	@Test
	void whoCallsThemselvesOperatorInAnotherOrganisationFindsNothing() {
		new Browser(this.microsoft365).allow("admin@contoso.example", "organizations");
		giveRole("admin@contoso.example", "contoso.example", "Operator");
		giveRole("admin@contoso.example", "contoso.example", "Viewer");
		JsonNode tokens = new Browser(this.microsoft365).signIn("admin@contoso.example", "contoso.example",
				"openid profile");
		assertThat(new String(Base64.getUrlDecoder().decode(tokens.path("id_token").asString().split("\\.")[1]),
				StandardCharsets.UTF_8))
			.contains("\"roles\":[", "Operator");
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).startsWith("/onboarding");
		assertThat(this.surfer.body()).doesNotContain("href=\"/operator\"");
		assertNothingAtTheDesk();
	}

	@Test
	void aRoleThatWasTakenAwayEndsWithTheSignIn() {
		giveRole("admin@highstage.example", "highstage.example", "Viewer");
		assertThat(this.surfer.signIn("admin@highstage.example").open(DESK).status()).isEqualTo(200);
		takeRolesAway("admin@highstage.example");
		assertThat(this.surfer.open(DESK).status()).isEqualTo(200);
		this.surfer.signIn("admin@highstage.example");
		assertNothingAtTheDesk();
	}

	@Test
	void theDeskIsNeitherKeptNorFramedAndHasNoInlineCode() {
		HttpResponse<String> page = this.surfer.signIn(VIEWER).open(DESK).page();
		assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
	}

	private void assertNothingAtTheDesk() {
		assertThat(this.surfer.open(DESK).status()).isEqualTo(404);
		assertThat(this.surfer.open("/operator/export.csv").status()).isEqualTo(404);
		assertThat(this.surfer.open("/").submit(COMMAND, Map.of()).status()).isEqualTo(404);
	}

	private void giveRole(String administrator, String domain, String role) {
		Browser browser = new Browser(this.microsoft365);
		String token = browser.manager(administrator, domain);
		JsonNode portal = portal(browser, token);
		JsonNode wanted = portal.path("appRoles")
			.valueStream()
			.filter((each) -> each.path("value").asString().equals(role))
			.findFirst()
			.orElseThrow();
		HttpResponse<String> answer = browser.graph(token, "POST",
				"servicePrincipals/" + portal.path("id").asString() + "/appRoleAssignedTo", """
						{"principalId": "%s", "resourceId": "%s", "appRoleId": "%s"}
						""".formatted(oid(administrator), portal.path("id").asString(), wanted.path("id").asString()));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
	}

	private void takeRolesAway(String administrator) {
		Browser browser = new Browser(this.microsoft365);
		String token = browser.manager(administrator, "highstage.example");
		String portal = "servicePrincipals/" + portal(browser, token).path("id").asString() + "/appRoleAssignedTo";
		Browser.json(browser.graph(token, "GET", portal, ""))
			.path("value")
			.valueStream()
			.filter((each) -> each.path("principalId").asString().equals(oid(administrator)))
			.forEach((each) -> browser.graph(token, "DELETE", portal + "/" + each.path("id").asString(), ""));
	}

	private static JsonNode portal(Browser browser, String token) {
		return Browser.json(browser.graph(token, "GET", "servicePrincipals(appId='" + Browser.CLIENT + "')", ""));
	}

	private String oid(String account) {
		return this.microsoft365.organisation(account.substring(account.indexOf('@') + 1))
			.path("accounts")
			.valueStream()
			.filter((each) -> each.path("address").asString().equals(account))
			.findFirst()
			.orElseThrow()
			.path("oid")
			.asString();
	}

}
