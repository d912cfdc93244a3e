package com.highstage.portal.invitation.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.PortalTest;
import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.invitation.customer.InvitationLink;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@TestPropertySource(properties = { "portal.limits.links=1000", "portal.limits.sign-ins=1000",
		"portal.notification.operators=operators@highstage.example" })
class InvitedTests {

	private static final TenantId FABRIKAM = TenantId.parse("fabfabfa-0002-4000-8000-000000000002");

	private static final TenantId CONTOSO = TenantId.parse("c0c0c0c0-0001-4000-8000-000000000001");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	private final Operator operator = TestCustomers.operator();

	private Surfer surfer;

	@BeforeEach
	void begin() {
		this.microsoft365.reset();
		List.of("onboarding_step", "onboarding", "mailbox", "connection", "outgoing_mail", "customer_note",
				"customer_link", "customer", "link", "delegated_access", "sign_in", "spring_session")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.surfer = new Surfer(this.portal.url());
	}

	@Test
	void aHundredOpeningsChangeNothingAndThePersonStillGetsIn() {
		Invited invited = invite(null);
		String link = invited.sent().address().toString();
		String before = rows();
		Surfer scanner = new Surfer(this.portal.url());
		for (int i = 0; i < 100; i++) {
			assertThat(scanner.open(link).status()).isEqualTo(200);
			scanner.send(HttpRequest.newBuilder(URI.create(link)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
		}
		assertThat(rows()).isEqualTo(before);
		assertThat(scanner.cookie("__Host-portal")).as("no session").isEmpty();
		this.surfer.open(link);
		assertThat(this.surfer.path()).isEqualTo("/link");
		assertThat(this.surfer.body())
			.contains("Olga Operator at Highstage invites you", "Fabrikam A/S", "IMAP, SMTP, one mailbox",
					"Application Administrator")
			.doesNotContain(link.substring(link.lastIndexOf('/') + 1));
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		this.surfer.submit("/link", Map.of()).choose("app-admin@fabrikam.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding/allow");
		Customer customer = this.customers.find(invited.customer().id()).orElseThrow();
		assertThat(customer.tenant()).isEqualTo(FABRIKAM);
		assertThat(customer.matched()).isFalse();
		assertThat(only(customer).openedAt()).isNotNull();
		assertThat(only(customer).signedInAt()).isNotNull();
	}

	@Test
	void whereTheOrganisationIsExpectedTheSignInIsThere() {
		Invited invited = invite(FABRIKAM);
		this.surfer.open(invited.sent().address().toString()).submit("/link", Map.of());
		assertThat(this.surfer.address().toString()).contains("/login/" + FABRIKAM + "/oauth2/v2.0/authorize");
		this.surfer.choose("app-admin@fabrikam.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding/allow");
	}

	@Test
	void aGuestNamesTheOrganisation() {
		Invited invited = invite(null);
		this.surfer.open(invited.sent().address().toString())
			.submit("/link", Map.of("organisation", " fabrikam.example "));
		assertThat(this.surfer.address().toString()).contains("/login/fabrikam.example/oauth2/v2.0/authorize");
		this.surfer.choose("partner@northwind.example");
		assertThat(this.customers.find(invited.customer().id()).orElseThrow().tenant()).isEqualTo(FABRIKAM);
	}

	@Test
	void whoeverComesFromAnotherOrganisationIsToldSoAndNothingIsBound() {
		Invited invited = invite(FABRIKAM);
		this.surfer.open(invited.sent().address().toString()).signIn("admin@contoso.example");
		assertThat(this.surfer.path()).isEqualTo("/link");
		assertThat(this.surfer.body()).contains("This invitation is for another organisation", "Fabrikam A/S",
				"Contoso");
		assertThat(Html.errors(this.surfer.body())).isEmpty();
		assertThat(this.customers.of(CONTOSO)).isEmpty();
		assertThat(only(invited.customer()).signedInAt()).isNull();
		this.surfer.submit("/link", Map.of());
		assertThat(this.surfer.address().toString()).contains("/login/" + FABRIKAM + "/", "prompt=select_account");
		this.surfer.choose("app-admin@fabrikam.example");
		assertThat(this.surfer.path()).isEqualTo("/onboarding/allow");
		assertThat(only(invited.customer()).signedInAt()).isNotNull();
	}

	@Test
	void anOperatorWhoTriesALinkIsNotTheCustomer() {
		Invited invited = invite(null);
		this.surfer.open(invited.sent().address().toString()).submit("/link", Map.of());
		this.surfer.choose("operator@highstage.example");
		assertThat(this.surfer.body()).contains("This invitation is for another organisation");
		assertThat(this.customers.find(invited.customer().id()).orElseThrow().tenant()).isNull();
	}

	@Test
	void whoeverCameByTheInvitationIsOutWhenItIsTakenBack() {
		Invited invited = invite(FABRIKAM);
		this.surfer.open(invited.sent().address().toString()).submit("/link", Map.of());
		this.surfer.choose("user@fabrikam.example");
		assertThat(this.surfer.open("/onboarding").path()).isEqualTo("/onboarding");
		assertThat(this.customers.revoke(this.operator, invited.customer().id())).isTrue();
		assertThat(this.surfer.open("/onboarding").trail()).anyMatch((each) -> each.getPath().equals("/sign-in"));
	}

	@Test
	void anEndedLinkLooksLikeOneThatNeverWasAndTheOperatorsHearOnce() {
		Invited invited = invite(FABRIKAM);
		this.customers.revoke(this.operator, invited.customer().id());
		Invited old = invite(null);
		this.jdbc.sql("update customer_link set expires_at = created_at where customer_id = :id")
			.param("id", old.customer().id().value())
			.update();
		String unknown = asked("/link/" + "A".repeat(43));
		assertThat(asked(invited.sent().address().toString())).isEqualTo(unknown);
		assertThat(asked(invited.sent().address().toString())).isEqualTo(unknown);
		assertThat(asked(old.sent().address().toString())).isEqualTo(unknown);
		assertThat(asked("/link/short")).isEqualTo(unknown);
		assertThat(this.jdbc.sql("select count(*) from outgoing_mail where recipient = 'operators@highstage.example'")
			.query(Long.class)
			.single()).isEqualTo(2);
		assertThat(unknown).contains("This link cannot be used", "Ask Highstage for a new link", "Thank you");
	}

	/** Both pages, as a stranger sees them. */
	private String asked(String link) {
		Surfer stranger = new Surfer(this.portal.url()).open(link);
		assertThat(stranger.status()).isEqualTo(404);
		assertThat(Html.errors(stranger.body())).isEmpty();
		String ended = stranger.body();
		stranger.submit("/link/ask", Map.of());
		assertThat(stranger.path()).isEqualTo("/link?asked");
		assertThat(stranger.status()).isEqualTo(404);
		assertThat(Html.errors(stranger.body())).isEmpty();
		return (ended + stranger.body()).replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
	}

	private Invited invite(@Nullable TenantId expected) {
		return this.customers.invite(this.operator,
				new Invitation(new PlainName("Fabrikam A/S"), "", new MailAddress("it@fabrikam.example"),
						Language.ENGLISH, Set.of(MailPermission.IMAP, MailPermission.SMTP),
						List.of(new MailboxAddress("orders@fabrikam.example")),
						(expected != null) ? new ExpectedOrganisation("fabrikam.example", expected) : null,
						Duration.ofDays(30), new PlainName("")));
	}

	private InvitationLink only(Customer customer) {
		return Objects.requireNonNull(this.customers.find(customer.id()).orElseThrow().invited()).links().getFirst();
	}

	private String rows() {
		return this.jdbc.sql("select * from customer_link").query().listOfRows().toString()
				+ this.jdbc.sql("select * from customer").query().listOfRows();
	}

}
