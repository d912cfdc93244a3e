package com.highstage.portal.evidence.removal;

import java.util.List;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Operator;
import com.highstage.portal.account.Person;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.ChosenMailboxes;
import com.highstage.portal.onboarding.Cancellations;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;

/**
 * Stops everything that a connection was for, in the caller's transaction: its journey
 * goes on no longer, no mailbox is wanted, and no stored value of its credential is left.
 */
@Component
class Farewell {

	private final Journey journey;

	private final Cancellations cancellations;

	private final ChosenMailboxes mailboxes;

	private final Connections connections;

	private final Credentials credentials;

	private final Standings standings;

	Farewell(Journey journey, Cancellations cancellations, ChosenMailboxes mailboxes, Connections connections,
			Credentials credentials, Standings standings) {
		this.journey = journey;
		this.cancellations = cancellations;
		this.mailboxes = mailboxes;
		this.connections = connections;
		this.credentials = credentials;
		this.standings = standings;
	}

	void before(Person person, Connection connection) {
		this.journey.cancel(person);
		this.mailboxes.choose(connection.id(), List.of());
	}

	void before(Operator operator, Connection connection) {
		this.cancellations.cancel(operator, connection.tenant());
		this.mailboxes.choose(connection.id(), List.of());
	}

	/**
	 * Ends the connection and erases its values; after the audit entry. In this order:
	 * whoever is storing a value meanwhile either is done, and it is erased, or waits for
	 * the connection's row and finds that it has ended. Whoever begins a journey does so
	 * behind the end of the audit trail, too: it is there now, or finds the same.
	 * @param connection the connection
	 * @throws ConcurrencyFailureException if a journey has begun since others were given
	 * up
	 */
	void end(Connection connection) {
		if (this.standings.of(connection.tenant()).isActive()) {
			throw new ConcurrencyFailureException("a journey has begun with connection " + connection.id());
		}
		this.connections.end(connection.id());
		this.credentials.erase(connection.id());
	}

}
