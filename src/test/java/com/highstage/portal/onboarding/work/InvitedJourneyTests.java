package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.ExpectedOrganisations;
import com.highstage.portal.invitation.customer.ExpectedOrganisations.Answer;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Overviews;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class InvitedJourneyTests {

	@Autowired
	private Customers customers;

	@Autowired
	private ExpectedOrganisations expected;

	@Autowired
	private Journey journey;

	@Autowired
	private Overviews overviews;

	@Autowired
	private Traveller traveller;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PortalProperties portal;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void anInvitedCustomerIsSeenUnderTheirReferenceAndWithWhatTheInvitationSuggests() {
		Invited invited = invite();
		Surfer surfer = new Surfer(this.portal.url()).open(invited.sent().address().toString());
		this.traveller.signIn("admin@contoso.example", "admin@contoso.example");
		Person admin = this.traveller.signIn(surfer, "admin@contoso.example");
		Plan plan = this.overviews.of(admin).plan();
		assertThat(plan.contact()).isEqualTo("it@contoso.example");
		assertThat(plan.permissions()).containsExactly(MailPermission.IMAP);
		assertThat(plan.mailboxes()).containsExactly(new MailboxAddress("admin@contoso.example"));
		this.journey.request(admin, Step.CHECK, UnaryOperator.identity());
		this.traveller.awaitEnd(admin);
		assertThat(references()).containsExactly("K-17");
		Customer customer = this.customers.of(admin.tenant()).orElseThrow();
		assertThat(customer.id()).isEqualTo(invited.customer().id());
		long change = change();
		this.customers.match(TestCustomers.operator(), customer.id(), customer.id(), customer.name(), "K-18");
		assertThat(references()).containsExactly("K-18");
		assertThat(change()).isGreaterThan(change);
	}

	private Invited invite() {
		Answer.Found found = (Answer.Found) this.expected.find("contoso.example");
		return this.customers.invite(TestCustomers.operator(),
				new Invitation(new PlainName("Contoso Ltd"), "K-17", new MailAddress("it@contoso.example"),
						Language.ENGLISH, Set.of(MailPermission.IMAP),
						List.of(new MailboxAddress("admin@contoso.example")), found.organisation(), Duration.ofDays(30),
						new PlainName("")));
	}

	private List<String> references() {
		return this.jdbc.sql("select customer_reference from highstage_connection_v1").query(String.class).list();
	}

	private long change() {
		return this.jdbc.sql("select max(change) from highstage_connection_v1").query(Long.class).single();
	}

}
