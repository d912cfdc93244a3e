package com.highstage.portal.invitation.customer;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.highstage.portal.notification.MailSettled;

/**
 * Tells that a customer moved when a mail to them came to its end.
 */
@Component
class CustomerMails {

	private final CustomerRecords records;

	CustomerMails(CustomerRecords records) {
		this.records = records;
	}

	@EventListener
	void settled(MailSettled settled) {
		CustomerId.of(settled.mail().about()).ifPresent(this.records::moved);
	}

}
