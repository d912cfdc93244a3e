package com.highstage.portal.account.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SignInTests {

	/**
	 * What each token of Entra ID has (RFC 7515, section 3.1) and ciphertext never has by
	 * chance.
	 */
	private static final Predicate<String> TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.").asPredicate();

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private DelegatedTokens tokens;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	private Surfer surfer;

	@BeforeEach
	void begin() {
		this.microsoft365.reset();
		this.microsoft365.settings(Map.of("refusals", Map.of(), "refusalsReturn", false));
		this.jdbc.sql("delete from sign_in").update();
		this.jdbc.sql("delete from spring_session").update();
		this.surfer = new Surfer(this.portal.url());
	}

	@Test
	void anAdministratorWhoseOrganisationAllowedNothingYetLandsOnAllow() {
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding/allow");
		assertThat(onlySignIn()).containsEntry("name", "Adele Vance")
			.containsEntry("sign_in_name", "admin@contoso.example")
			.containsEntry("organisation_name", "Contoso")
			.containsEntry("roles", "GLOBAL_ADMINISTRATOR");
		assertThat(access()).containsExactlyInAnyOrder("GRAPH_APPLICATIONS refused AADSTS65001", "GRAPH_PROFILE token");
	}

	@Test
	void anAdministratorOfAnOrganisationThatAllowedThePortalGoesStraightOn() {
		allowPortal("admin@contoso.example");
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
		assertThat(access()).containsExactlyInAnyOrder("GRAPH_APPLICATIONS token", "GRAPH_PROFILE token",
				"EXCHANGE token");
	}

	@Test
	void anExchangeAdministratorIsAskedForExchangeAlone() {
		allowPortal("global-admin@fabrikam.example");
		this.surfer.signIn("exchange-admin@fabrikam.example");
		assertThat(access()).containsExactlyInAnyOrder("GRAPH_PROFILE token", "EXCHANGE token");
	}

	@Test
	void theSigningKeysAreNotAskedForAtEachSignIn() {
		this.surfer.signIn("admin@contoso.example");
		this.microsoft365.reset();
		new Surfer(this.portal.url()).signIn("admin@contoso.example");
		assertThat(this.microsoft365.journal()).isNotEmpty()
			.noneMatch((entry) -> entry.url().contains("/discovery/v2.0/keys"));
	}

	@Test
	void aPlainUserIsNotAskedForMore() {
		this.surfer.signIn("user@fabrikam.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
		assertThat(access()).containsExactly("GRAPH_PROFILE token");
		assertThat(onlySignIn()).containsEntry("roles", "");
	}

	@Test
	void theWantedPageComesAfterTheSignIn() {
		allowPortal("admin@contoso.example");
		this.surfer.open("/onboarding/plan?then=1").choose("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding/plan?then=1");
	}

	@Test
	void aGuestSignsInAtTheCustomersDomain() {
		this.surfer.open("/sign-in?organisation=fabrikam.example").choose("partner@northwind.example");
		assertThat(onlySignIn()).containsEntry("organisation_name", "Fabrikam")
			.containsEntry("roles", "CLOUD_APPLICATION_ADMINISTRATOR");
		assertThat(this.microsoft365.journal()).filteredOn((call) -> call.call().equals("token"))
			.allMatch((call) -> !call.url().contains("/organizations/"));
	}

	@Test
	void aGuestWhoNamesNoDomainSignsInAtHome() {
		this.surfer.signIn("partner@northwind.example");
		assertThat(onlySignIn()).containsEntry("organisation_name", "Northwind Traders").containsEntry("roles", "");
	}

	@Test
	void theSessionIsAnotherOneAfterTheSignIn() {
		this.surfer.open("/sign-in");
		String before = this.surfer.cookie("__Host-portal").orElseThrow();
		this.surfer.choose("admin@contoso.example");
		assertThat(this.surfer.cookie("__Host-portal")).isPresent().get().isNotEqualTo(before);
	}

	@Test
	void theSessionHoldsNoTokenAndNoName() {
		allowPortal("admin@contoso.example");
		this.surfer.signIn("admin@contoso.example");
		List<String> stored = this.jdbc.sql("select attribute_bytes from spring_session_attributes")
			.query(byte[].class)
			.list()
			.stream()
			.map(String::new)
			.toList();
		assertThat(stored).isNotEmpty().noneMatch(TOKEN.or((text) -> text.contains("contoso")));
		assertThat(this.jdbc.sql("select token from delegated_access").query(String.class).list()).isNotEmpty()
			.noneMatch(TOKEN);
		SignInId signIn = new SignInId(this.jdbc.sql("select id from sign_in").query(UUID.class).single());
		assertThat(this.tokens.find(signIn, Resource.GRAPH_APPLICATIONS)).get()
			.matches((token) -> token.expose(TOKEN::test));
	}

	@Test
	void signOutEndsSessionSignInAndTokens() {
		this.surfer.signIn("admin@contoso.example");
		String session = this.surfer.cookie("__Host-portal").orElseThrow();
		this.surfer.open("/").submit("/sign-out", Map.of());
		assertThat(this.surfer.path()).isEqualTo("/signed-out");
		assertThat(access()).isEmpty();
		assertThat(onlySignIn().get("ended_at")).isNotNull();
		this.surfer.cookie("__Host-portal", session);
		assertThat(this.surfer.open("/onboarding").trail()).anyMatch((each) -> each.getPath().equals("/sign-in"));
	}

	@Test
	void whoseSignInEndedBeforeIsSignedOutAllTheSame() {
		this.surfer.signIn("user@fabrikam.example").open("/");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		assertThat(this.surfer.submit("/sign-out", Map.of()).path()).isEqualTo("/signed-out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "500", "503", "garbage", "empty", "reset" })
	void aTokenThatMicrosoftCouldNotGiveIsExplained(String kind) {
		// journeys that other classes have left may ask for tokens of their own just now
		this.microsoft365.fault(Fault.before("/organizations/oauth2/v2.0/token", kind));
		this.surfer.signIn("user@fabrikam.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=busy");
		assertThat(this.surfer.status()).isEqualTo(200);
		assertThat(this.jdbc.sql("select count(*) from sign_in").query(Integer.class).single()).isZero();
	}

	@Test
	void cookiesAreBoundToThisHostAndHiddenFromScripts() {
		List<String> cookies = new ArrayList<>(cookiesOf("/sign-in"));
		cookies.addAll(cookiesOf("/"));
		assertThat(cookies).hasSize(2)
			.allMatch((cookie) -> cookie.startsWith("__Host-") && cookie.contains("Path=/;")
					&& cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")
					&& !cookie.contains("Domain"));
	}

	private List<String> cookiesOf(String path) {
		return new Surfer(this.portal.url()).send(HttpRequest.newBuilder(this.portal.page(path)))
			.headers()
			.allValues("Set-Cookie");
	}

	@Test
	void anEndedSignInIsOverAtOnce() {
		this.surfer.signIn("user@fabrikam.example");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		assertThat(this.surfer.open("/onboarding").trail()).anyMatch((each) -> each.getPath().equals("/sign-in"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
			"/%5Cevil.example", "/onboarding\r\nX: y" })
	void noSignInLeadsElsewhere(String then) {
		this.surfer.open("/sign-in?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8))
			.choose("user@fabrikam.example");
		assertThat(this.surfer.address().getAuthority()).isEqualTo(this.portal.url().getAuthority());
	}

	@ParameterizedTest
	@ValueSource(strings = { "consumers", "common", "a/../b.example", "x.example?y",
			"9188040d-6c67-4c5b-b112-36a304b66dad", "..", "contoso.example#" })
	void anOrganisationIsADomainOrAnId(String organisation) {
		this.surfer.open("/sign-in?organisation=" + URLEncoder.encode(organisation, StandardCharsets.UTF_8));
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=unknown-organisation");
	}

	@ParameterizedTest
	@CsvSource({ "50105,assignment", "53003,policy", "50076,mfa", "53000,device", "90094,approval",
			"50020,organisation", "90033,busy", "50196,other" })
	void aRefusedSignInIsExplained(int number, String key) {
		this.microsoft365.settings(Map.of("refusals", Map.of("admin@contoso.example", number), "refusalsReturn", true));
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=" + key + "&code=AADSTS" + number);
		assertThat(this.surfer.status()).isEqualTo(200);
		assertThat(this.surfer.body()).contains("AADSTS" + number).doesNotContain("account.problem");
	}

	@Test
	void whoPressesCancelIsToldWhatToDo() {
		this.surfer.open("/sign-in").cancel("user@fabrikam.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=declined&code=AADSTS65004");
	}

	@Test
	void anAnswerThatNobodyAskedForIsNotBelieved() {
		this.surfer.open("/login/oauth2/code/entra?code=abc&state=made-up");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=lost");
	}

	@Test
	void aSecondTabDoesNotMakeTheFirstForgotten() {
		this.surfer.open("/sign-in");
		String first = this.surfer.address().toString();
		this.surfer.open("/sign-in").open(first).choose("user@fabrikam.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
	}

	@Test
	void aFormWithoutItsTokenIsRefusedWithWords() {
		this.surfer.signIn("user@fabrikam.example").open("/");
		assertThat(this.surfer
			.send(HttpRequest.newBuilder(this.portal.page("/sign-out")).POST(HttpRequest.BodyPublishers.noBody())))
			.satisfies((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(403);
				assertThat(answer.body()).contains("Error 403");
			});
	}

	@Test
	void failedLookUpsDoNotBreakTheSignIn() {
		this.microsoft365.fault(Fault.before("transitiveMemberOf", "500"));
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
		assertThat(onlySignIn()).containsEntry("roles", "").containsEntry("roles_at", null);
	}

	private void allowPortal(String administrator) {
		new Browser(this.microsoft365).allow(administrator, "organizations");
	}

	private Map<String, Object> onlySignIn() {
		return this.jdbc.sql("select * from sign_in").query().singleRow();
	}

	private List<String> access() {
		return this.jdbc.sql("""
				select resource || case when token is not null then ' token' else ' refused ' || refusal end
				from delegated_access
				""").query(String.class).list();
	}

}
