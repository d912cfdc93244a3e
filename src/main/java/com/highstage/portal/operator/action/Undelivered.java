package com.highstage.portal.operator.action;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.invitation.customer.Customer;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.operator.action.JdbcUndeliveredMails.UndeliveredMail;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

/**
 * Tells the operators of mails to customers that the mail server refused or did not take
 * in time: each mail once, many of them in one letter. If the mail server still takes
 * nothing, that letter waits for it like any other; the desk shows them in any case.
 */
@Component
class Undelivered {

	/** More in one letter nobody reads; the desk lists them all. */
	private static final int NAMED = 20;

	private final JdbcUndeliveredMails mails;

	private final Customers customers;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final Surroundings surroundings;

	Undelivered(JdbcUndeliveredMails mails, Customers customers, Outbox outbox, AuditTrail audit,
			Surroundings surroundings) {
		this.mails = mails;
		this.customers = customers;
		this.outbox = outbox;
		this.audit = audit;
		this.surroundings = surroundings;
	}

	@Transactional
	void tell() {
		MailAddress operators = this.surroundings.properties().operators();
		if (operators == null || !this.outbox.canSend()) {
			return;
		}
		Instant now = this.surroundings.clock().instant();
		List<UndeliveredMail> untold = this.mails.untold()
			.stream()
			.filter((mail) -> this.mails.tell(mail.id(), now))
			.toList();
		if (untold.isEmpty()) {
			return;
		}
		this.audit.record(new AuditEvent(null, Actor.PORTAL, "operators.told", "undelivered",
				Map.of("mails", String.valueOf(untold.size()))));
		this.outbox.queue(new Message(operators, letter(untold), "operators/undelivered"));
	}

	private Letter letter(List<UndeliveredMail> untold) {
		List<String> named = untold.stream().limit(NAMED).map(this::line).toList();
		String path = (untold.size() == 1) ? "/operator/customers/" + untold.getFirst().customer() : "/operator";
		return new Letter("undelivered", Language.ENGLISH, Map.of("count", untold.size(), "named", named, "more",
				untold.size() - named.size(), "link", this.surroundings.portal().page(path)));
	}

	private String line(UndeliveredMail mail) {
		Optional<Customer> customer = customer(mail.customer());
		return customer.map((known) -> known.name().value() + ", ").orElse("") + mail.to() + ": " + mail.answer();
	}

	private Optional<Customer> customer(UUID id) {
		return this.customers.find(new CustomerId(id));
	}

	/**
	 * What the alert needs from around it.
	 *
	 * @param properties whom to tell
	 * @param portal where its pages are
	 * @param clock the time
	 */
	@Component
	record Surroundings(NotificationProperties properties, PortalProperties portal, Clock clock) {

	}

}
