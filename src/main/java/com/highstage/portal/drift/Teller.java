package com.highstage.portal.drift;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.Outbox;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Tells the customer and the operators of what broke: each trouble once, what broke at
 * about the same time in one mail, and nothing that was mended before.
 */
@Component
class Teller {

	private static final Logger logger = LoggerFactory.getLogger(Teller.class);

	private final Sights sights;

	private final Troubles troubles;

	private final Connections connections;

	private final DriftLetters letters;

	private final Sending sending;

	private final Clock clock;

	Teller(Sights sights, Troubles troubles, Connections connections, DriftLetters letters, Sending sending,
			Clock clock) {
		this.sights = sights;
		this.troubles = troubles;
		this.connections = connections;
		this.letters = letters;
		this.sending = sending;
		this.clock = clock;
	}

	/**
	 * Tells what is due.
	 */
	void tell() {
		if (!this.sending.outbox().canSend()) {
			return;
		}
		TransactionTemplate transaction = new TransactionTemplate(this.sending.transactions());
		Instant now = this.clock.instant();
		this.sights.untold(now.minus(this.sending.properties().gather()), now.minus(this.sending.properties().pause()))
			.forEach((connection) -> tell(connection, transaction));
	}

	private void tell(ConnectionId connection, TransactionTemplate transaction) {
		try {
			transaction.executeWithoutResult((status) -> tell(connection));
		}
		catch (RuntimeException ex) {
			// the next round tries again; the others are not to wait for that
			logger.error("nobody was told what broke at connection {}", connection, ex);
		}
	}

	private void tell(ConnectionId id) {
		Instant now = this.clock.instant();
		List<Sight> claimed = this.sights.tell(id, now);
		Connection connection = this.connections.get(id);
		List<Trouble> untold = this.troubles.of(id)
			.stream()
			.filter((trouble) -> claimed.stream()
				.anyMatch((sight) -> sight.kind() == trouble.kind() && sight.subject().equals(trouble.subject())))
			.toList();
		if (untold.isEmpty() || this.connections.isEnded(id)) {
			return;
		}
		this.letters.toCustomer(connection, untold).ifPresent((letter) -> send(connection, letter, "contact.told"));
		this.letters.toOperators(connection, untold).ifPresent((letter) -> send(connection, letter, "operators.told"));
	}

	private void send(Connection connection, Message letter, String action) {
		this.sending.audit()
			.record(new AuditEvent(connection.tenant(), Actor.PORTAL, action, connection.id().toString(),
					Map.of("news", "DRIFT")));
		this.sending.outbox().queue(letter);
	}

	/**
	 * What sending needs.
	 *
	 * @param outbox takes the mails
	 * @param audit who was told
	 * @param properties how long to gather
	 * @param transactions each connection has its own
	 */
	@Component
	record Sending(Outbox outbox, AuditTrail audit, DriftProperties properties,
			PlatformTransactionManager transactions) {

	}

}
