package com.highstage.portal.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.onboarding.Seen.Directory;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Compares what was seen of a connection with what it was finished with.
 */
@Component
class Comparisons {

	private final Connections connections;

	private final Credentials credentials;

	private final KnownEvidence known;

	private final Calm calm;

	private final Findings findings;

	private final TransactionTemplate transaction;

	Comparisons(Connections connections, Credentials credentials, KnownEvidence known, Calm calm, Findings findings,
			PlatformTransactionManager transactions) {
		this.connections = connections;
		this.credentials = credentials;
		this.known = known;
		this.calm = calm;
		this.findings = findings;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Notes what broke and what is mended, among what is known by now.
	 * @param connection the connection
	 * @param directory what somebody has just seen in the directory; null if nobody
	 * looked
	 */
	@RetriedIfOvertaken
	void compare(ConnectionId connection, @Nullable Directory directory) {
		this.transaction.executeWithoutResult((status) -> weigh(this.connections.get(connection), directory));
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
