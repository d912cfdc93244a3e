package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.tenant.TenantId;

/**
 * What is suggested to an organisation that has not begun yet: what its invitation says,
 * else what is suggested to everybody.
 */
@Component
class FirstPlans {

	private final Customers customers;

	FirstPlans(Customers customers) {
		this.customers = customers;
	}

	Plan of(TenantId tenant) {
		return this.customers.of(tenant)
			.filter((customer) -> customer.cancelledAt() == null)
			.map(Customer::invited)
			.map((invited) -> suggested(invited.invitation()))
			.orElseGet(Plan::standard);
	}

	// The address is a suggestion only: whoever reads its mail confirms it, as any other.
	private static Plan suggested(Invitation invitation) {
		Plan standard = Plan.standard();
		return standard.withApplication(standard.applicationName(), invitation.address().value())
			.withPermissions(invitation.permissions())
			.withMailboxes(invitation.mailboxes());
	}

}
