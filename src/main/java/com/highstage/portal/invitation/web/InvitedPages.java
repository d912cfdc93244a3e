package com.highstage.portal.invitation.web;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.Customers.Opened;
import com.highstage.portal.microsoft.MailPermission;

/**
 * What somebody sees who was invited, and where they go from there.
 */
@Component
class InvitedPages {

	private final Customers customers;

	InvitedPages(Customers customers) {
		this.customers = customers;
	}

	String show(Opened opened, Optional<Person> person, Model model) {
		Customer customer = opened.customer();
		model.addAttribute("customer", customer);
		model.addAttribute("until", opened.link().expiresAt());
		if (isElsewhere(opened, person)) {
			model.addAttribute("person", person.orElseThrow());
			return "invitation/elsewhere";
		}
		if (customer.invited() instanceof Customer.Invited invited) {
			model.addAttribute("invited", invited);
			model.addAttribute("protocols",
					Arrays.stream(MailPermission.values())
						.filter(invited.invitation().permissions()::contains)
						.toList());
		}
		return "invitation/invited";
	}

	/**
	 * Where somebody goes on who pressed the button.
	 * @param opened the invitation
	 * @param person who is signed in, if anybody is
	 * @param organisation the organisation in which they are a guest; empty for their own
	 * @return the address to sign in at
	 */
	String goOn(Opened opened, Optional<Person> person, String organisation) {
		this.customers.opened(opened.link().id());
		UriComponentsBuilder signIn = UriComponentsBuilder.fromPath("/sign-in");
		Customer customer = opened.customer();
		String where = (customer.tenant() != null) ? customer.tenant().toString() : organisation.strip();
		if (!where.isEmpty()) {
			signIn.queryParam("organisation", "{organisation}");
		}
		if (isElsewhere(opened, person)) {
			signIn.queryParam("other");
		}
		return signIn.queryParam("then", "/onboarding")
			.encode()
			.buildAndExpand(where.isEmpty() ? new Object[0] : new Object[] { where })
			.toUriString();
	}

	private boolean isElsewhere(Opened opened, Optional<Person> person) {
		return person.filter((signedIn) -> !this.customers.isFor(opened.customer(), signedIn)).isPresent();
	}

}
