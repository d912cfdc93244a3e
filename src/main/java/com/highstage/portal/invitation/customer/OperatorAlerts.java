package com.highstage.portal.invitation.customer;

import java.util.Map;

import org.springframework.stereotype.Component;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

/**
 * Writes to the operators when a customer needs them.
 */
@Component
class OperatorAlerts {

	private final Outbox outbox;

	private final NotificationProperties properties;

	private final PortalProperties portal;

	OperatorAlerts(Outbox outbox, NotificationProperties properties, PortalProperties portal) {
		this.outbox = outbox;
		this.properties = properties;
		this.portal = portal;
	}

	/**
	 * Somebody holds a link that ended, and asks for a new one. Without an address or a
	 * mail server the desk alone tells it.
	 * @param customer the customer
	 * @param link the link that ended
	 */
	void linkWanted(Customer customer, InvitationLink link) {
		MailAddress operators = this.properties.operators();
		if (operators != null && this.outbox.canSend()) {
			Letter letter = new Letter("link-wanted", Language.ENGLISH,
					Map.of("customer", customer.name().value(), "reference", customer.reference(), "made",
							link.createdAt(), "ended", (link.revokedAt() != null) ? link.revokedAt() : link.expiresAt(),
							"link", this.portal.page("/operator/customers/" + customer.id())));
			this.outbox.queue(new Message(operators, letter, "operators/" + customer.id()));
		}
	}

}
