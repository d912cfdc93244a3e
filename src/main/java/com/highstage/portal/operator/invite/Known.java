package com.highstage.portal.operator.invite;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.invitation.customer.Invitation;

/**
 * Recognises customers who are there already.
 */
@Component
class Known {

	private final Customers customers;

	private final JdbcInvitedAddresses addresses;

	Known(Customers customers, JdbcInvitedAddresses addresses) {
		this.customers = customers;
		this.addresses = addresses;
	}

	/**
	 * Whether an invitation would go to somebody who is there already.
	 * @param invitation what is said of them
	 * @return by what they were recognised
	 */
	Optional<Verdict> find(Invitation invitation) {
		Optional<Verdict> alike = this.customers.alike(invitation).map((customer) -> why(customer, invitation));
		return alike.isPresent() ? alike : Optional.of(Verdict.KNOWN_ADDRESS)
			.filter((verdict) -> this.addresses.isInvited(invitation.address()));
	}

	private static Verdict why(Customer customer, Invitation invitation) {
		ExpectedOrganisation expected = invitation.expected();
		return (expected != null && expected.tenant().equals(customer.tenant())) ? Verdict.KNOWN_ORGANISATION
				: Verdict.KNOWN_REFERENCE;
	}

}
