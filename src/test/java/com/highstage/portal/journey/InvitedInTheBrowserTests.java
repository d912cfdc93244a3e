package com.highstage.portal.journey;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Invited;
import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.invitation.customer.TestCustomers;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Language;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an invited person sees, from the mail on.
 */
@JourneyTest
class InvitedInTheBrowserTests {

	private static final TenantId CONTOSO = TenantId.parse("c0c0c0c0-0001-4000-8000-000000000001");

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private Customers customers;

	@Test
	void theMailLeadsToTheFirstPage(Administrator admin) {
		invite("First Ltd", null);
		admin.open(new Inbox(this.microsoft365).link("it@contoso.example", "First Ltd"));
		PagesInTheBrowserTests.look(admin.see("invites you"), "invited");
		admin.goOn().choose("admin@contoso.example").accept().at("/onboarding/allow");
		admin.goOn().acceptIfAsked().at("/onboarding/register");
		assertThat(admin.page().locator("[name=contact]").inputValue()).isEqualTo("it@contoso.example");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void whoeverComesFromElsewhereIsToldWhere(Administrator admin) {
		Invited invited = invite("Second Ltd", new ExpectedOrganisation("contoso.example", CONTOSO));
		admin.open(invited.sent().address().toString());
		admin.signIn("user@fabrikam.example");
		PagesInTheBrowserTests.look(admin.see("for another organisation"), "invited-elsewhere");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void aLinkThatEndedLeadsToANewOne(Administrator admin) {
		Invited invited = invite("Third Ltd", null);
		this.customers.revoke(TestCustomers.operator(), invited.customer().id());
		admin.open(invited.sent().address().toString()).see("cannot be used");
		PagesInTheBrowserTests.look(admin.goOn().see("Thank you"), "invited-asked");
	}

	private Invited invite(String name, @Nullable ExpectedOrganisation expected) {
		return this.customers.invite(TestCustomers.operator(),
				new Invitation(new PlainName(name), "", new MailAddress("it@contoso.example"), Language.ENGLISH,
						Set.of(MailPermission.IMAP, MailPermission.POP),
						List.of(new MailboxAddress("support@contoso.example"),
								new MailboxAddress("info@contoso.example")),
						expected, Duration.ofDays(30), new PlainName("We spoke on Tuesday")));
	}

}
