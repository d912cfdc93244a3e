package com.highstage.portal.evidence.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.Addresses;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class SupportTests {

	private static final String ADMIN = "admin@contoso.example";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Journey journey;

	@Autowired
	private SupportDesk desk;

	@Autowired
	private Traveller traveller;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void itTellsWhatHappenedAndNoSecret() throws IOException {
		this.microsoft365.fault(Fault.before("upsertApplication", "503"));
		Person admin = connected();
		Map<String, String> files = unzip(this.desk.download(admin, false).orElseThrow());
		assertThat(files).containsOnlyKeys("support.json", "support.txt");
		JsonNode bundle = JsonMapper.shared().readTree(files.get("support.json"));
		assertThat(bundle.path("journey").path("steps").findValuesAsString("state")).containsOnly("done");
		JsonNode failed = bundle.path("attempts")
			.valueStream()
			.filter((one) -> one.path("call").asString().equals("CREATE_APPLICATION")
					&& one.path("state").asString().equals("FAILED"))
			.findFirst()
			.orElseThrow();
		assertThat(failed.path("requestId").asString()).isNotEmpty();
		assertThat(bundle.path("mailboxes").findValuesAsString("address")).containsExactly("orders@contoso.example",
				"support@contoso.example");
		assertThat(files.get("support.txt")).contains("JOURNEY", "support@contoso.example",
				failed.path("requestId").asString());
		noSecret(files);
	}

	@Test
	void itHoldsNothingOfWhatOperatorsSeeOfTheCustomer() throws IOException {
		Person admin = connected();
		assertThat(this.jdbc.sql("select action from audit_entry where subject like 'customer/%'")
			.query(String.class)
			.list()).contains("customer.arrived");
		Map<String, String> files = unzip(this.desk.download(admin, false).orElseThrow());
		assertThat(files.get("support.json")).contains("onboarding.started").doesNotContain("customer.", "customer/");
	}

	@Test
	void maskedItNamesNobodyAndStillTellsWhatBelongsTogether() throws IOException {
		Person admin = connected();
		Map<String, String> files = unzip(this.desk.download(admin, true).orElseThrow());
		for (String text : files.values()) {
			assertThat(text).doesNotContainIgnoringCase("contoso")
				.doesNotContain("Adele", "Support", "Order Desk", admin.tenant().toString(),
						admin.id().objectId().toString());
		}
		JsonNode bundle = JsonMapper.shared().readTree(files.get("support.json"));
		String tenant = bundle.path("connection").path("tenantId").asString();
		assertThat(tenant).startsWith("id-");
		assertThat(bundle.path("audit").path(0).path("actorId").asString()).startsWith(tenant + "/id-");
		noSecret(files);
	}

	@Test
	void itHoldsNothingOfOtherOrganisations() throws IOException {
		connected();
		Person other = this.traveller.signIn("admin@northwind.example", "admin@northwind.example");
		Map<String, String> files = unzip(this.desk.download(other, false).orElseThrow());
		files.values()
			.forEach((text) -> assertThat(text).doesNotContain("contoso", "c0c0c0c0-", "Adele")
				.contains("Nestor Wilke"));
	}

	@Test
	void onlyWhoMayActGetsIt() {
		Person user = this.traveller.signIn("user@fabrikam.example");
		assertThat(this.desk.download(user, false)).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from audit_entry where action = 'support.refused'")
			.query(Long.class)
			.single()).isPositive();
		Surfer surfer = new Surfer(this.portal.url());
		surfer.signIn("user@fabrikam.example");
		assertThat(surfer.open("/onboarding/support").body()).contains("Only people who may act here")
			.doesNotContain("action=\"/onboarding/support\"");
		surfer.submit("/onboarding/support", Map.of());
		assertThat(surfer.page().headers().firstValue("Content-Disposition")).isEmpty();
	}

	private Person connected() {
		Person admin = this.traveller.signIn(ADMIN, ADMIN);
		this.journey.request(admin, Step.CHECK, Addresses.planned(ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		return admin;
	}

	private void noSecret(Map<String, String> files) {
		assertThat(this.microsoft365.issuedSecrets()).isNotEmpty()
			.allSatisfy((secret) -> files.values().forEach((text) -> assertThat(text).doesNotContain(secret)));
		assertThat(this.jdbc.sql("select sealed_credential from credential").query(String.class).list()).isNotEmpty()
			.allSatisfy((sealed) -> files.values().forEach((text) -> assertThat(text).doesNotContain(sealed)));
	}

	private static Map<String, String> unzip(byte[] bundle) throws IOException {
		Map<String, String> files = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}
