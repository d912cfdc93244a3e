package com.highstage.portal.simulator;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Exchange is told about applications, and believes.
 */
class ExchangeRegistrationTests {

	private static final String APP = "10000000-0000-4000-8000-000000000001";

	private static final String OBJECT = "10000000-0000-4000-8000-000000000002";

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

	private JsonNode register(String appId, String objectId) {
		return this.shell.run("New-ServicePrincipal",
				Map.of("AppId", appId, "ObjectId", objectId, "DisplayName", "Mail"));
	}

	private List<String> listed(Map<String, ?> parameters) {
		return this.shell.run("Get-ServicePrincipal", parameters)
			.path("value")
			.valueStream()
			.map((one) -> one.path("AppId").asString())
			.toList();
	}

	@Test
	void anyObjectIdIsBelieved() {
		JsonNode created = register(APP, OBJECT).at("/value/0");
		assertThat(created.path("AppId").asString()).isEqualTo(APP);
		assertThat(created.path("ObjectId").asString()).isEqualTo(OBJECT);
		assertThat(created.path("Sid").asString()).startsWith("S-1-5-21-");
		JsonNode exchange = this.microsoft365.organisation("contoso.example").path("exchange");
		assertThat(exchange.path("servicePrincipals").size()).isOne();
		assertThat(exchange.at("/servicePrincipals/0/objectId").asString()).isEqualTo(OBJECT);
		assertThat(exchange.at("/servicePrincipals/0/displayName").asString()).isEqualTo("Mail");
	}

	@Test
	void theListHasMicrosoftsOwnToo() {
		assertThat(listed(Map.of())).contains("00000002-0000-0ff1-ce00-000000000000").doesNotContain(APP);
		assertThat(this.shell.refusal("Remove-ServicePrincipal",
				Map.of("Identity", "00000002-0000-0ff1-ce00-000000000000", "Confirm", false)))
			.contains("belongs to Microsoft");
	}

	@Test
	void askingForAMissingOneGivesAll() {
		register(APP, OBJECT);
		assertThat(listed(Map.of("Identity", APP))).containsExactly(APP);
		assertThat(listed(Map.of("Identity", OBJECT))).containsExactly(APP);
		assertThat(listed(Map.of("Identity", "10000000-0000-4000-8000-000000000009"))).hasSizeGreaterThan(1)
			.contains(APP);
	}

	@Test
	void neitherIdMayBeThereTwice() {
		register(APP, OBJECT);
		String other = "10000000-0000-4000-8000-000000000003";
		assertThat(this.shell.refusal("New-ServicePrincipal", Map.of("AppId", APP, "ObjectId", other)))
			.contains("already exists", "ADObjectAlreadyExistsException");
		assertThat(this.shell.refusal("New-ServicePrincipal", Map.of("AppId", other, "ObjectId", OBJECT.toUpperCase())))
			.contains("already exists");
	}

	@Test
	void removingNeedsAConfirmation() {
		register(APP, OBJECT);
		assertThat(this.shell.refusal("Remove-ServicePrincipal", Map.of("Identity", APP)))
			.contains("NonInteractive mode");
		assertThat(this.shell.refusal("Remove-ServicePrincipal", Map.of("Identity", APP, "Confirm", true)))
			.contains("NonInteractive mode");
		assertThat(listed(Map.of())).contains(APP);
		this.shell.run("Remove-ServicePrincipal", Map.of("Identity", OBJECT, "Confirm", false));
		assertThat(listed(Map.of())).doesNotContain(APP);
		assertThat(this.shell.refusal("Remove-ServicePrincipal", Map.of("Identity", OBJECT, "Confirm", false)))
			.contains("|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|",
					"couldn't be found");
	}

	@Test
	void anOrganisationKnowsItsOwnOnly() {
		register(APP, OBJECT);
		assertThat(this.microsoft365.powershell("fabrikam.example", "Get-ServicePrincipal", Map.of()).toString())
			.doesNotContain(APP);
	}

}
