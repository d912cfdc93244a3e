package com.highstage.portal.invitation.customer;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Domains;
import com.highstage.portal.microsoft.Domains.Owner;
import com.highstage.portal.notification.MailAddress;

/**
 * Asks Microsoft whose domain it is.
 */
@Component
class DiscoveredOrganisations implements ExpectedOrganisations {

	private final Domains domains;

	private final Customers customers;

	DiscoveredOrganisations(Domains domains, Customers customers) {
		this.domains = domains;
		this.customers = customers;
	}

	@Override
	public Answer find(String domain) {
		return inAscii(domain).map(this::ask).orElseGet(Answer.NoSuch::new);
	}

	private Answer ask(String domain) {
		return switch (this.domains.owner(domain)) {
			case Owner.Organisation(var tenant) ->
				new Answer.Found(new ExpectedOrganisation(domain, tenant), this.customers.of(tenant));
			case Owner.Nobody() -> new Answer.NoSuch();
			case Owner.Unknown() -> new Answer.CouldNotAsk();
		};
	}

	// A domain is what may stand behind the @ of a mail address.
	private static Optional<String> inAscii(String domain) {
		String typed = domain.strip();
		return MailAddress.parse("postmaster@" + (typed.startsWith("@") ? typed.substring(1) : typed))
			.map((address) -> address.value().substring(address.value().indexOf('@') + 1));
	}

}
