package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.OnboardingProperties.Uninvited;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.PlainName;

/**
 * Decides which organisations may connect, and which of them Highstage sees.
 */
@Component
class Admission {

	private final OnboardingProperties properties;

	private final Customers customers;

	private final Connections connections;

	private final MicrosoftProperties microsoft;

	Admission(OnboardingProperties properties, Customers customers, Connections connections,
			MicrosoftProperties microsoft) {
		this.properties = properties;
		this.customers = customers;
		this.connections = connections;
		this.microsoft = microsoft;
	}

	/**
	 * Whether an organisation may not connect.
	 * @param person who wants to
	 * @return true if nobody invited it and only invited ones may
	 */
	boolean isRefused(Person person) {
		return this.properties.uninvited() == Uninvited.REFUSE
				&& this.customers.of(person.tenant()).filter(Admission::isWanted).isEmpty();
	}

	/**
	 * Makes an organisation a customer, if it is none. Comes first in the caller's
	 * transaction.
	 * @param person who begins
	 */
	void customer(Person person) {
		this.customers.arrived(person);
	}

	/**
	 * The organisation's connection, made if there is none. Highstage sees it, once it is
	 * finished, if it is certain who the customer is, or does not matter. Comes behind
	 * the end of the audit trail: whoever says who it is meanwhile has said so, or finds
	 * the connection.
	 * @param person who begins
	 * @return the connection
	 */
	Connection connection(Person person) {
		Connection connection = this.connections.findOrCreate(person.tenant(), new PlainName(person.organisationName()),
				this.microsoft.cloud(), this.properties.uninvited() == Uninvited.SHOW);
		this.customers.of(person.tenant())
			.filter((customer) -> customer.matched() && customer.cancelledAt() == null)
			.ifPresent((customer) -> this.connections.identify(person.tenant(), customer.reference()));
		return connection;
	}

	private static boolean isWanted(Customer customer) {
		return (customer.invited() != null || customer.matched()) && customer.cancelledAt() == null;
	}

}
