package com.highstage.portal.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Seen;
import com.highstage.portal.onboarding.Seen.Directory;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Compares what was seen with what was finished, whenever somebody has looked or the
 * portal's own checks may have mended something.
 */
@Component
class Visits {

	private static final Logger logger = LoggerFactory.getLogger(Visits.class);

	private final Connections connections;

	private final Credentials credentials;

	private final KnownEvidence known;

	private final Calm calm;

	private final Findings findings;

	private final TransactionTemplate transaction;

	Visits(Connections connections, Credentials credentials, KnownEvidence known, Calm calm, Findings findings,
			PlatformTransactionManager transactions) {
		this.connections = connections;
		this.credentials = credentials;
		this.known = known;
		this.calm = calm;
		this.findings = findings;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener
	void seen(Seen seen) {
		compare(seen.connection(), seen.directory());
	}

	/**
	 * Compares what is known by now, without asking anybody.
	 * @param connection the connection
	 */
	void compare(ConnectionId connection) {
		compare(connection, null);
	}

	private void compare(ConnectionId connection, @Nullable Directory directory) {
		try {
			this.transaction.executeWithoutResult((status) -> weigh(this.connections.get(connection), directory));
		}
		catch (ConcurrencyFailureException ex) {
			// somebody else notes the same; whoever looks next sees whether all is noted
			logger.info("What was seen of connection {} is noted by somebody else", connection);
		}
	}

	private void weigh(Connection connection, @Nullable Directory directory) {
		PassedCheck finished = connection.checked();
		if (finished == null || this.connections.isEnded(connection.id())) {
			return;
		}
		List<Evidence> all = new ArrayList<>(this.known.evidence(connection, finished));
		if (directory != null) {
			all.addAll(
					new DirectoryEvidence(connection, this.credentials.offered(connection.id()).orElse(null), directory)
						.all());
		}
		Optional<Instant> calm = this.calm.since(connection);
		this.findings.weigh(connection, all, (at) -> calm.filter(at::isAfter).isPresent());
	}

}
