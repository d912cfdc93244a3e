package com.highstage.portal.evidence.removal;

import java.util.List;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.registration.Connection;

/**
 * Stops everything that a connection was for, in the caller's transaction: its journey
 * goes on no longer, no mailbox is wanted, and no stored value of its credential is left.
 */
@Component
class Farewell {

	private final Journey journey;

	private final ChosenMailboxes mailboxes;

	private final Credentials credentials;

	Farewell(Journey journey, ChosenMailboxes mailboxes, Credentials credentials) {
		this.journey = journey;
		this.mailboxes = mailboxes;
		this.credentials = credentials;
	}

	void before(Person person, Connection connection) {
		this.journey.cancel(person);
		this.mailboxes.choose(connection.id(), List.of());
		this.credentials.erase(connection.id());
	}

}
