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
class SignInTests {

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
	}

	@Test
	void anAdministratorWhoseOrganisationAllowedNothingYetLandsOnAllow() {
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).as(this.surfer.body()).isEqualTo("/onboarding/allow");
		Map<String, Object> signIn = onlySignIn();
		assertThat(signIn).containsEntry("name", "Adele Vance")
			.containsEntry("sign_in_name", "admin@contoso.example")
			.containsEntry("organisation_name", "Contoso")
			.containsEntry("roles", "GLOBAL_ADMINISTRATOR");
		assertThat(access()).containsExactlyInAnyOrder("GRAPH_APPLICATIONS refused AADSTS65001", "GRAPH_PROFILE token");
	}

	@Test
	void anAdministratorOfAnOrganisationThatAllowedThePortalGoesStraightOn() {
		new Browser(this.microsoft365).allow("admin@contoso.example", "organizations");
		this.surfer.signIn("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding");
		assertThat(access()).containsExactlyInAnyOrder("GRAPH_APPLICATIONS token", "GRAPH_PROFILE token");
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
