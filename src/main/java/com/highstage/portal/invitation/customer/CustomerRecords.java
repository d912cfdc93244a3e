package com.highstage.portal.invitation.customer;

import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;

/**
 * Writes down what happens to customers, and tells who listens, in the caller's
 * transaction.
 */
@Component
class CustomerRecords {

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	CustomerRecords(AuditTrail audit, ApplicationEventPublisher events) {
		this.audit = audit;
		this.events = events;
	}

	void write(Customer customer, Actor actor, String action, Map<String, String> details) {
		this.audit.record(new AuditEvent(customer.tenant(), actor, action, Customer.about(customer.id()), details));
		moved(customer.id());
	}

	void moved(CustomerId customer) {
		this.events.publishEvent(new CustomerMoved(customer));
	}

	/**
	 * Tells that it is certain which customer an organisation is, if it is. Comes last:
	 * whoever hears it changes connections, and those come after audit entries.
	 * @param customer the customer
	 */
	void matched(Customer customer) {
		if (customer.tenant() != null && customer.matched()) {
			this.events.publishEvent(new CustomerMatched(customer.id(), customer.tenant(), customer.reference()));
		}
	}

	static Actor actor(Operator operator) {
		return actor(operator.person());
	}

	static Actor actor(Person person) {
		return Actor.person(person.id(), person.name());
	}

	static Actor holder(InvitationLink link) {
		return new Actor(Actor.Kind.LINK_HOLDER, link.id().toString(), "");
	}

}
