package com.highstage.portal.renewal.reminder;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.renewal.reminder.Recipients.Somebody;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

/**
 * Writes the reminders.
 */
@Component
class ReminderMails {

	private final Recipients recipients;

	private final Outbox outbox;

	private final PortalProperties portal;

	private final Clock clock;

	ReminderMails(Recipients recipients, Outbox outbox, PortalProperties portal, Clock clock) {
		this.recipients = recipients;
		this.outbox = outbox;
		this.portal = portal;
		this.clock = clock;
	}

	Recipients recipients() {
		return this.recipients;
	}

	boolean canSend() {
		return this.outbox.canSend();
	}

	UUID tellCustomer(Connection connection, int threshold, Due due, Somebody customer) {
		Letter letter = new Letter("renewal", customer.language(),
				Map.of("stage", Stage.of(threshold), "organisation", connection.organisationName().value(), "ends",
						due.expiresAt(), "days", due.daysLeft(this.clock.instant()), "way",
						connection.application().byHand() ? Way.PASTE : Way.PRESS, "link",
						this.portal.page(connection.tenant().toString(), "/onboarding/renewal")));
		return this.outbox.queue(new Message(customer.address(), letter, this.recipients.about(connection.tenant())))
			.id();
	}

	UUID tellOperators(Connection connection, int threshold, Due due, Optional<Somebody> customer, Somebody operators) {
		Letter letter = new Letter("renewal-operators", Language.ENGLISH,
				Map.of("stage", Stage.of(threshold), "organisation", connection.organisationName().value(), "ends",
						due.expiresAt(), "days", due.daysLeft(this.clock.instant()), "told",
						customer.<Object>map(Somebody::address).orElse(""), "link",
						this.portal.page(this.recipients.page(connection.tenant()))));
		return this.outbox.queue(new Message(operators.address(), letter, "operators/renewal/" + connection.id())).id();
	}

	/**
	 * How it is renewed; messages {@code mail.renewal.todo.<name>}.
	 */
	enum Way {

		/** The portal makes another one. */
		PRESS,
		/** A person makes another one by hand, as they made the one that ends. */
		PASTE

	}

	/**
	 * How near the end is; messages {@code mail.renewal.<name>.*}.
	 */
	enum Stage {

		/** Some days. */
		SOON,
		/** A day at most. */
		TOMORROW,
		/** It has ended. */
		ENDED;

		static Stage of(int threshold) {
			return switch (threshold) {
				case 0 -> ENDED;
				case 1 -> TOMORROW;
				default -> SOON;
			};
		}

	}

}
