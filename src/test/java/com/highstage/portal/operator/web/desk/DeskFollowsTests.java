package com.highstage.portal.operator.web.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.database.Emptying;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.Desk.Place;
import com.highstage.portal.operator.DeskQuery;
import com.highstage.portal.operator.DeskRow;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.model.Founding.Company;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The desk's pages beside what really happens, on the embedded database.
 */
@PortalTest
class DeskFollowsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** Not one of those that other tests of this portal begin with. */
	private static final Company FOLLOWED = Company.of("Followed Ltd", "followed.example");

	@Autowired
	private PortalProperties portal;

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Desk desk;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.microsoft365.reset();
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		Emptying.of(this.jdbc, List.of("desk_term", "desk_row", "customer_note", "customer_link", "customer"));
	}

	@Test
	void theListAndThePageFollowAJourneyToItsEnd() {
		this.microsoft365.found(FOLLOWED);
		new PlainJourney(this.portal.url()).travel("admin@" + FOLLOWED.domain());
		await().atMost(PATIENCE)
			.until(() -> only().map((row) -> row.standing().state() == CustomerState.WORKS).orElse(false));
		DeskRow row = only().orElseThrow();
		assertThat(row.name()).isEqualTo(FOLLOWED.name());
		assertThat(row.secretEnds()).isNotNull();
		assertThat(row.connection()).isNotNull();
		Surfer viewer = signedIn("viewer@highstage.example");
		assertThat(viewer.open("/operator?q=follow&state=WORKS").body()).contains(row.customer().toString());
		assertThat(viewer.open("/operator?q=follow&state=STUCK").body()).doesNotContain(row.customer().toString());
		assertThat(viewer.open("/operator/customers/" + row.customer()).body()).contains("Works")
			.contains("Found that the connection works")
			.contains(Objects.requireNonNull(row.tenant()).toString());
		assertThat(viewer.open("/operator/audit?about=" + row.tenant() + "&action=onboarding.started").body())
			.contains("Began to connect")
			.doesNotContain("Signed in<");
	}

	@Test
	void theInvitationsMailAndLinkMoveTheRow() {
		CustomerId invited = invite("Fabrikam");
		await().atMost(PATIENCE)
			.until(() -> this.desk.find(invited)
				.filter((row) -> row.standing().state() == CustomerState.SENT)
				.isPresent());
		Surfer operator = signedIn("operator@highstage.example");
		assertThat(operator.open("/operator/customers/" + invited).body()).contains("it@fabrikam.example")
			.contains("Can be used")
			.doesNotContain("/link/");
		this.customers.revoke(TestCustomers.operator(), invited);
		assertThat(this.desk.find(invited).orElseThrow().standing().state()).isEqualTo(CustomerState.REVOKED);
		assertThat(operator.open("/operator/customers/" + invited + "/state").body()).contains("Link taken back");
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		Surfer viewer = signedIn("viewer@highstage.example");
		assertThat(viewer.open("/operator/customers/00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
		assertThat(viewer.open("/operator?state=NONSENSE&stuck=x&expires=&sort=&after=x_y&before=").status())
			.isEqualTo(200);
		assertThat(viewer.open("/operator/audit?about=x&from=2026-13-45&to=-&before=z").status()).isEqualTo(200);
	}

	@Test
	void aFormulaStaysANameInTheFile() {
		invite("=HYPERLINK(\"https://evil.example\";\"Fabrikam\")");
		invite("Plain, \"quoted\" name");
		Surfer viewer = signedIn("viewer@highstage.example");
		viewer.open("/operator/export.csv");
		assertThat(viewer.page().headers().firstValue("Content-Disposition")).hasValueSatisfying(
				(value) -> assertThat(value).matches("attachment; filename=\"customers-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
		assertThat(viewer.page().headers().firstValue("Content-Type"))
			.hasValueSatisfying((value) -> assertThat(value).isEqualToIgnoringCase("text/csv;charset=UTF-8"));
		assertThat(viewer.body()).startsWith("\uFEFFcustomer_id,name,")
			.contains(",\"'=HYPERLINK(\"\"https://evil.example\"\";\"\"Fabrikam\"\")\",")
			.contains(",\"Plain, \"\"quoted\"\" name\",")
			.endsWith("\r\n");
		assertThat(viewer.open("/operator/export.csv?q=plain").body().lines()).hasSize(2);
		assertThat(viewer.open("/operator/audit?action=customers.exported").body())
			.contains("Downloaded the list of customers", "?q=plain");
	}

	@Test
	void theTrailSaysWhichCustomerAnEntryConcerns() {
		CustomerId invited = invite("Fabrikam <&>");
		Surfer viewer = signedIn("viewer@highstage.example");
		assertThat(viewer.open("/operator/audit?action=customer.invited").body())
			.contains("href=\"/operator/customers/" + invited + "\">Fabrikam &lt;&amp;&gt;</a>");
		assertThat(viewer.open("/operator/audit?action=sign-in.began").body())
			.contains("<code>41674167-0006-4000-8000-000000000006</code>");
	}

	@Test
	void anOperatorHasTheChainVerifiedAndEverybodySeesTheVerdict() {
		Surfer operator = signedIn("operator@highstage.example");
		operator.open("/operator/audit").submit("/operator/audit/verify", Map.of());
		Surfer viewer = signedIn("viewer@highstage.example");
		await().atMost(PATIENCE).until(() -> viewer.open("/operator/audit/chain").body().contains("entries fit"));
		assertThat(viewer.open("/operator/audit").body()).doesNotContain("/operator/audit/verify")
			.contains("Whole", "Had the audit trail verified");
	}

	private CustomerId invite(String name) {
		var said = TestCustomers.invitation("K-17-" + name.length(), null);
		return this.customers
			.invite(TestCustomers.operator(),
					new com.highstage.portal.invitation.customer.Invitation(new PlainName(name), said.reference(),
							new MailAddress("it@fabrikam.example"), said.language(), said.permissions(),
							said.mailboxes(), null, said.validFor(), said.personalLine()))
			.customer()
			.id();
	}

	private Optional<DeskRow> only() {
		List<DeskRow> rows = this.desk.list(DeskQuery.ALL, Place.FIRST).rows();
		return (rows.size() == 1) ? Optional.of(rows.getFirst()) : Optional.empty();
	}

	private Surfer signedIn(String account) {
		return new Surfer(this.portal.url()).signIn(account);
	}

}
