package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.invitation.Contact;
import com.highstage.portal.invitation.Contacts;
import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.site.PortalProperties;

/**
 * Tells an organisation's contact what became of the journey, each thing once, and only
 * at an address that was confirmed.
 */
@Component
class News {

	private final Onboardings onboardings;

	private final Connections connections;

	private final Contacts contacts;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final Surroundings surroundings;

	News(Onboardings onboardings, Connections connections, Contacts contacts, Outbox outbox, AuditTrail audit,
			Surroundings surroundings) {
		this.onboardings = onboardings;
		this.connections = connections;
		this.contacts = contacts;
		this.outbox = outbox;
		this.audit = audit;
		this.surroundings = surroundings;
	}

	/**
	 * Tells the contact, in the caller's transaction.
	 * @param journey the journey
	 * @param what what is to be told
	 */
	void tell(Onboarding journey, What what) {
		this.contacts.find(journey.tenant())
			.filter((contact) -> contact.isConfirmed() && this.outbox.canSend())
			.filter((contact) -> this.onboardings.toldFirst(journey, what, this.surroundings.clock().instant()))
			.ifPresent((contact) -> send(journey, what, contact));
	}

	private void send(Onboarding journey, What what, Contact contact) {
		if (what == What.TROUBLE) {
			this.onboardings.forgetSuccess(journey.connection());
		}
		this.audit.record(new AuditEvent(journey.tenant(), Actor.PORTAL, "contact.told", journey.id().toString(),
				Map.of("news", what.name())));
		Letter letter = new Letter("news", contact.language(),
				Map.of("news", what, "organisation",
						this.connections.get(journey.connection()).organisationName().value(), "link",
						this.surroundings.portal().page(journey.tenant().toString(), what.path())));
		this.outbox.queue(new Message(contact.address(), letter, journey.id().toString()));
	}

	/**
	 * What can be told; messages {@code mail.news.<name>.*}.
	 */
	enum What {

		/** Every login works. */
		WORKS("/onboarding/done"),
		/** Somebody has to sign in again. */
		SIGN_IN("/onboarding"),
		/** Time is up, and some logins do not work. */
		TROUBLE("/onboarding/check");

		private final String path;

		What(String path) {
			this.path = path;
		}

		String path() {
			return this.path;
		}

	}

	/**
	 * What news need from around them.
	 *
	 * @param clock the time
	 * @param portal where its pages are
	 */
	@Component
	record Surroundings(Clock clock, PortalProperties portal) {

	}

}
