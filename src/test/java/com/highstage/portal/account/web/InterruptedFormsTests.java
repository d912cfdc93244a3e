package com.highstage.portal.account.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class InterruptedFormsTests {

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
		this.jdbc.sql("delete from sign_in").update();
		this.jdbc.sql("delete from spring_session").update();
		this.surfer = new Surfer(this.portal.url());
		new Browser(this.microsoft365).allow("admin@contoso.example", "organizations");
		this.surfer.signIn("admin@contoso.example").open("/onboarding/secret");
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
	}

	@Test
	void whatWasTypedComesBackAfterTheNextSignIn() {
		this.surfer.submit("/onboarding/secret", Map.of("secretDescription", "Typed before", "lifetimeDays", "90",
				"credentialType", "SECRET", "seen", "x"));
		assertThat(this.surfer.path()).isEqualTo("/onboarding/secret");
		assertThat(this.surfer.body()).contains("Typed before");
		assertThat(this.surfer.open("/onboarding/secret").body()).doesNotContain("Typed before");
	}

	@Test
	void aTypedSecretIsNotKept() {
		this.surfer.submit("/onboarding/by-hand", Map.of("secret", "very-secret-value", "clientId", "abc"));
		assertThat(this.surfer.path()).isEqualTo("/onboarding/by-hand");
		assertThat(this.surfer.body()).doesNotContain("very-secret-value");
		assertThat(stored()).noneMatch((text) -> text.contains("very-secret-value"));
	}

	@Test
	void whatHasNoPageLeadsToTheOverview() {
		this.surfer.submit("/onboarding/check-again", Map.of());
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
	}

	private List<String> stored() {
		return this.jdbc.sql("select attribute_bytes from spring_session_attributes")
			.query(byte[].class)
			.list()
			.stream()
			.map(String::new)
			.toList();
	}

}
