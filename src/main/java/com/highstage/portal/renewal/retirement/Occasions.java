package com.highstage.portal.renewal.retirement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.credential.CredentialAcknowledged;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.credential.Succession.Fate;
import com.highstage.portal.onboarding.Looked;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.registration.Superseded;
import com.highstage.portal.tenant.ConnectionId;

/**
 * When former secrets can be removed: somebody who may has looked, or Highstage has said
 * that it uses a newer one while they are there.
 */
@Component
class Occasions {

	private static final Logger logger = LoggerFactory.getLogger(Occasions.class);

	/** A delegated token lives no longer. */
	private static final Duration VISIT = Duration.ofHours(1);

	private final JdbcRetirements retirements;

	private final Connections connections;

	private final Superseded superseded;

	private final RetirementAlarms alarms;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Occasions(JdbcRetirements retirements, Connections connections, Superseded superseded, RetirementAlarms alarms,
			PlatformTransactionManager transactions, Clock clock) {
		this.retirements = retirements;
		this.connections = connections;
		this.superseded = superseded;
		this.alarms = alarms;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@EventListener
	void looked(Looked looked) {
		Person person = looked.person();
		if (person.may(Ability.REGISTER)) {
			this.connections.find(person.tenant())
				.filter((connection) -> connection.finishedAt() != null)
				.ifPresent((connection) -> visited(person, connection));
		}
	}

	private void visited(Person person, Connection connection) {
		try {
			this.transaction.executeWithoutResult((status) -> visited(person, connection.id()));
		}
		catch (DuplicateKeyException | ConcurrencyFailureException ex) {
			logger.info("somebody else looks at {} at the same time", connection.id());
		}
	}

	private void visited(Person person, ConnectionId connection) {
		Optional<Retirement> known = this.retirements.find(connection);
		if (known.filter((before) -> before.signIn().equals(person.signIn())).isEmpty()) {
			this.retirements.remember(new Retirement(connection, person.signIn(), person.id(), person.name(), 0, null));
		}
		Succession succession = this.superseded.of(connection);
		if (!succession.due().isEmpty()) {
			this.alarms.wake(connection);
			return;
		}
		Instant end = this.clock.instant().plus(VISIT);
		succession.versions()
			.stream()
			.filter((version) -> succession.fate(version) == Fate.IS_KEPT)
			.filter(CredentialVersion::isOurs)
			.map(succession::leaves)
			.filter((at) -> at.isBefore(end))
			.forEach((at) -> this.alarms.wake(connection, at));
	}

	@EventListener
	void acknowledged(CredentialAcknowledged acknowledged) {
		if (this.retirements.find(acknowledged.connection()).isPresent()) {
			this.alarms.wake(acknowledged.connection());
		}
	}

}
