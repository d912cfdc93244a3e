package com.highstage.portal.operator.action;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Operator;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.CustomerMoved;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.TenantId;

/**
 * Writes to customers in an operator's name; everything is audited here.
 */
@Component
class Writing {

	private final Customers customers;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final PortalProperties portal;

	private final Clock clock;

	Writing(Customers customers, Outbox outbox, AuditTrail audit, ApplicationEventPublisher events,
			PortalProperties portal, Clock clock) {
		this.customers = customers;
		this.outbox = outbox;
		this.audit = audit;
		this.events = events;
		this.portal = portal;
		this.clock = clock;
	}

	/**
	 * Holds a customer for the rest of the caller's transaction: whoever else writes to
	 * them, or takes back what they were sent, has done so or waits.
	 * @param id the customer
	 * @return the customer as they are now; empty if there is none
	 */
	Optional<Customer> hold(CustomerId id) {
		return this.customers.hold(id);
	}

	Instant now() {
		return this.clock.instant();
	}

	URI page(TenantId tenant, String path) {
		return this.portal.page(tenant.toString(), path);
	}

	boolean canSend() {
		return this.outbox.canSend();
	}

	List<Delivery> mails(CustomerId customer) {
		return this.outbox.about(Customer.about(customer));
	}

	RenderedMail text(Letter letter) {
		return this.outbox.render(letter);
	}

	/**
	 * Queues a mail in the caller's transaction.
	 * @param by the operator
	 * @param customer about whom
	 * @param to whom it is for
	 * @param letter what it says
	 * @param action what is written down
	 * @param details further facts
	 * @return where it stands
	 */
	Delivery send(Operator by, Customer customer, MailAddress to, Letter letter, String action,
			Map<String, String> details) {
		Map<String, String> facts = new HashMap<>(details);
		facts.put("to", to.value());
		record(by, customer, action, facts);
		return this.outbox.queue(new Message(to, letter, Customer.about(customer.id())));
	}

	void record(Operator by, Customer customer, String action, Map<String, String> details) {
		this.audit.record(new AuditEvent(customer.tenant(), Actor.person(by.person().id(), by.person().name()), action,
				Customer.about(customer.id()), details));
		this.events.publishEvent(new CustomerMoved(customer.id()));
	}

}
