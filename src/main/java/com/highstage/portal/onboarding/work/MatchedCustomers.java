package com.highstage.portal.onboarding.work;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.highstage.portal.invitation.customer.CustomerMatched;
import com.highstage.portal.registration.Connections;

/**
 * Lets Highstage see the connection of an organisation once it is certain which customer
 * it is, in the transaction that says so.
 */
@Component
class MatchedCustomers {

	private final Connections connections;

	MatchedCustomers(Connections connections) {
		this.connections = connections;
	}

	@EventListener
	void matched(CustomerMatched matched) {
		this.connections.identify(matched.tenant(), matched.reference());
	}

}
