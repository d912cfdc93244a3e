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
class ExtendTests {

	private static final String EXTEND = "/sign-in/extend?resource=GRAPH_APPLICATIONS&then=/onboarding/register";

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
		this.microsoft365.settings(Map.of("refusals", Map.of(), "refusalsReturn", false));
		this.jdbc.sql("delete from sign_in").update();
		this.jdbc.sql("delete from spring_session").update();
		this.surfer = new Surfer(this.portal.url());
	}

	@Test
	void aServiceThatTheOrganisationAllowedComesWithoutAPage() {
		this.surfer.signIn("app-admin@fabrikam.example");
		new Browser(this.microsoft365).allow("global-admin@fabrikam.example", "organizations");
		this.surfer.open(EXTEND);
		assertThat(this.surfer.path()).isEqualTo("/onboarding/register");
		assertThat(this.surfer.trail()).anyMatch((each) -> each.getPath().contains("/fabfabfa-0002-")
				&& each.getQuery().contains("login_hint=app-admin@fabrikam.example")
				&& each.getQuery().contains("prompt=none") && each.getQuery().contains("openid"));
		assertThat(tokens()).containsExactlyInAnyOrder("GRAPH_PROFILE", "GRAPH_APPLICATIONS");
	}

	@Test
	void aServiceThatIsNotAllowedLeadsBackWithTheReasonNoted() {
		this.surfer.signIn("app-admin@fabrikam.example").open(EXTEND);
		assertThat(this.surfer.path()).isEqualTo("/onboarding/register");
		assertThat(this.jdbc.sql("select refusal from delegated_access where resource = 'GRAPH_APPLICATIONS'")
			.query(String.class)
			.single()).isIn("AADSTS65001", "AADSTS90094");
	}

	@Test
	void somebodyElseGetsNothingAndTheFirstPersonStays() {
		this.surfer.signIn("app-admin@fabrikam.example");
		this.surfer.open(EXTEND + "&manner=INTERACTIVE").choose("global-admin@fabrikam.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=other-person");
		assertThat(this.surfer.open("/").body()).contains("Alex Wilber").doesNotContain("Grady");
		assertThat(tokens()).containsExactly("GRAPH_PROFILE");
		assertThat(this.jdbc.sql("select count(*) from sign_in").query(Integer.class).single()).isOne();
	}

	@Test
	void whoSignedOutMeanwhileGetsNothing() {
		this.surfer.signIn("app-admin@fabrikam.example").open(EXTEND + "&manner=INTERACTIVE");
		String microsoft = this.surfer.address().toString();
		this.jdbc.sql("update sign_in set ended_at = began_at").update();
		this.surfer.open(microsoft).choose("app-admin@fabrikam.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=");
		assertThat(this.jdbc
			.sql("select count(*) from delegated_access where resource = 'GRAPH_APPLICATIONS' "
					+ "and token is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void anAnswerWithAnotherNonceIsNotBelieved() {
		this.surfer.open("/sign-in");
		String elsewhere = this.surfer.address().toString().replaceAll("nonce=[^&]+", "nonce=forged");
		this.surfer.open(elsewhere).choose("user@fabrikam.example");
		assertThat(this.surfer.path()).startsWith("/sign-in/problem?problem=");
		assertThat(this.jdbc.sql("select count(*) from sign_in").query(Integer.class).single()).isZero();
	}

	@Test
	void anotherServiceLeadsNowhereElse() {
		this.surfer.signIn("app-admin@fabrikam.example")
			.open("/sign-in/extend?resource=GRAPH_APPLICATIONS&then=https://evil.example/");
		assertThat(this.surfer.address().getAuthority()).isEqualTo(this.portal.url().getAuthority());
		assertThat(this.surfer.open("/sign-in/extend?resource=NOTHING").status()).isEqualTo(404);
	}

	private List<String> tokens() {
		return this.jdbc.sql("select resource from delegated_access where token is not null")
			.query(String.class)
			.list();
	}

}
