package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EntraTokenTests {

	private static final String EXCHANGE = "https://outlook.office365.com/.default";

	private final SteppingClock clock = new SteppingClock();

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0, this.clock);

	private final Browser browser = new Browser(this.microsoft365);

	private String manager = "";

	private JsonNode application = Browser.none();

	@BeforeEach
	void register() {
		this.manager = this.browser.manager("admin@contoso.example", "contoso.example");
		this.application = Browser.json(this.browser.graph(this.manager, "POST", "applications",
				"{\"displayName\":\"Mail\",\"signInAudience\":\"AzureADMyOrg\"}"));
		this.clock.advance(Duration.ofSeconds(2));
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private String appId() {
		return this.application.path("appId").asString();
	}

	private void createServicePrincipal() {
		this.browser.graph(this.manager, "POST", "servicePrincipals", "{\"appId\":\"" + appId() + "\"}");
		this.clock.advance(Duration.ofSeconds(2));
	}

	private JsonNode addPassword() {
		return Browser.json(this.browser.graph(this.manager, "POST",
				"applications/" + this.application.path("id").asString() + "/addPassword",
				"{\"passwordCredential\":{\"displayName\":\"s\"}}"));
	}

	private HttpResponse<String> token(String realm, String secret, String... more) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials", "client_id", appId(),
				"client_secret", secret, "scope", EXCHANGE));
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return this.browser.post("/login/" + realm + "/oauth2/v2.0/token", form);
	}

	@Test
	void aNewSecretIsKnownToOneNodeAfterTheOther() {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		assertThat(IntStream.range(0, 4).map((any) -> token("contoso.example", secret).statusCode())).containsOnly(401);
		this.clock.advance(Duration.ofMillis(1100));
		assertThat(IntStream.range(0, 4).map((any) -> token("contoso.example", secret).statusCode())).contains(200,
				401);
		this.clock.advance(Duration.ofMillis(1100));
		assertThat(IntStream.range(0, 4).map((any) -> token("contoso.example", secret).statusCode())).containsOnly(200);
	}

	@Test
	void aTokenIsIssuedEvenIfNoRoleWasGranted() {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofSeconds(3));
		JsonNode body = Browser.json(token("contoso.example", secret));
		assertThat(Jwt.claims(body.path("access_token").asString())).doesNotContainKey("roles")
			.containsEntry("idtyp", "app")
			.containsEntry("appid", appId())
			.containsEntry("tid", "c0c0c0c0-0001-4000-8000-000000000001");
		assertThat(body.has("refresh_token")).isFalse();
	}

	@Test
	void errorsAreInEntrasShape() {
		createServicePrincipal();
		HttpResponse<String> answer = token("contoso.example", "wrong");
		JsonNode body = Browser.json(answer);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(body.path("error").asString()).isEqualTo("invalid_client");
		assertThat(body.path("error_codes").path(0).asInt()).isEqualTo(7000215);
		assertThat(body.path("error_description").asString()).startsWith("AADSTS7000215: Invalid client secret")
			.contains("not the client secret ID", "Trace ID: " + body.path("trace_id").asString(), "Timestamp: ");
		assertThat(body.propertyNames()).contains("timestamp", "correlation_id", "error_uri");
	}

	@ParameterizedTest
	@CsvSource({ "contoso.example, scope, https://outlook.office365.com/IMAP.AccessAsApp, 1002012",
			"contoso.example, scope, https://nobody.example/.default, 500011",
			"contoso.example, client_id, 00000000-0000-4000-8000-000000000000, 700016",
			"fabrikam.example, scope, https://outlook.office365.com/.default, 700016",
			"nowhere.example, scope, https://outlook.office365.com/.default, 90002",
			"contoso.example, grant_type, password, 70003" })
	void whatIsWrongHasItsNumber(String realm, String name, String value, int number) {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(Browser.json(token(realm, secret, name, value)).path("error_codes").path(0).asInt())
			.isEqualTo(number);
	}

	@Test
	void aSecretEnds() {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofDays(731));
		assertThat(token("contoso.example", secret).body()).contains("AADSTS7000222");
	}

	@Test
	void aRemovedSecretIsWrong() {
		createServicePrincipal();
		JsonNode secret = addPassword();
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(token("contoso.example", secret.path("secretText").asString()).statusCode()).isEqualTo(200);
		this.browser.graph(this.manager, "POST",
				"applications/" + this.application.path("id").asString() + "/removePassword",
				"{\"keyId\":\"" + secret.path("keyId").asString() + "\"}");
		assertThat(token("contoso.example", secret.path("secretText").asString()).body()).contains("AADSTS7000215");
	}

	@Test
	void aRegistrationWithoutEnterpriseApplicationGetsNoToken() {
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(token("contoso.example", secret).body()).contains("AADSTS7000229");
	}

	@Test
	void aDisabledEnterpriseApplicationGetsNoToken() {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofSeconds(3));
		this.browser.graph(this.manager, "PATCH", "servicePrincipals(appId='" + appId() + "')",
				"{\"accountEnabled\":false}");
		assertThat(token("contoso.example", secret).body()).contains("AADSTS7000112");
		this.browser.graph(this.manager, "PATCH", "servicePrincipals(appId='" + appId() + "')",
				"{\"accountEnabled\":true}");
		assertThat(token("contoso.example", secret).statusCode()).isEqualTo(200);
	}

	@Test
	void conditionalAccessStopsWorkloadsToo() {
		createServicePrincipal();
		String secret = addPassword().path("secretText").asString();
		this.clock.advance(Duration.ofSeconds(3));
		this.microsoft365.settings(Map.of("refusals", Map.of(appId(), 53003)));
		assertThat(token("contoso.example", secret).body()).contains("AADSTS53003");
	}

	@Test
	void theMetadataHasMicrosoftsIssuer() {
		String path = "/v2.0/.well-known/openid-configuration";
		assertThat(Browser.json(this.browser.get("/login/organizations" + path)).path("issuer").asString())
			.isEqualTo("https://login.microsoftonline.com/{tenantid}/v2.0");
		JsonNode own = Browser.json(this.browser.get("/login/contoso.example" + path));
		assertThat(own.path("issuer").asString())
			.isEqualTo("https://login.microsoftonline.com/c0c0c0c0-0001-4000-8000-000000000001/v2.0");
		assertThat(own.path("token_endpoint").asString())
			.startsWith(this.microsoft365.at("/login/c0c0c0c0").toString());
	}

}
