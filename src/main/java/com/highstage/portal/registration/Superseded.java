package com.highstage.portal.registration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.Overlap;
import com.highstage.portal.credential.Succession;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Removes the portal's own secrets that a newer one has followed, as soon as the rule of
 * succession allows it, and nobody else's.
 */
@Service
public class Superseded {

	private static final Set<Call> REMOVALS = Set.of(Call.REMOVE_PASSWORD, Call.REMOVE_CERTIFICATE);

	private final Leftovers leftovers;

	private final Attempts attempts;

	private final Credentials credentials;

	private final Overlap overlap;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Superseded(Leftovers leftovers, Attempts attempts, Credentials credentials, Overlap overlap,
			PlatformTransactionManager transactions, Clock clock) {
		this.leftovers = leftovers;
		this.attempts = attempts;
		this.credentials = credentials;
		this.overlap = overlap;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * How the versions of a connection's credential follow each other.
	 * @param connection the connection
	 * @return the rule, as it stands now
	 */
	public Succession of(ConnectionId connection) {
		return this.transaction.execute((status) -> new Succession(this.credentials.versions(connection),
				this.credentials.offered(connection).orElse(null), this.overlap.overlap(), this.clock.instant()));
	}

	/**
	 * Removes what may go. What Highstage has had stays if its follower is not to be seen
	 * at Microsoft.
	 * @param work on whose behalf
	 * @param fresh the application, as just read
	 */
	public void remove(Work work, Application fresh) {
		Succession succession = of(work.connection());
		succession.due()
			.stream()
			.filter((version) -> version.handover().offeredAt() == null || isFollowed(succession, version, fresh))
			.forEach((version) -> remove(work, fresh, version));
	}

	/**
	 * Makes room for another secret of ours: what may go goes, and if that is not enough
	 * what was never proven.
	 * @param work on whose behalf
	 * @param fresh the application, as just read
	 * @return whether there is room
	 */
	public boolean makeRoom(Work work, Application fresh) {
		if (isFull(work)) {
			remove(work, fresh);
		}
		Optional<CredentialVersion> unproven = of(work.connection()).unproven();
		if (isFull(work) && unproven.isPresent()) {
			remove(work, fresh, unproven.get());
		}
		return !isFull(work);
	}

	private boolean isFull(Work work) {
		return of(work.connection()).liveOurs().size() >= Succession.MOST;
	}

	private void remove(Work work, Application fresh, CredentialVersion version) {
		this.leftovers.remove(work, fresh, version);
		List<Attempt> unknown = this.attempts.unknown(work.connection());
		unknown.stream()
			.filter((attempt) -> REMOVALS.contains(attempt.call()))
			.filter((attempt) -> attempt.subject().equals(String.valueOf(version.keyId())))
			.forEach((attempt) -> this.attempts.reconciled(work, attempt));
	}

	private static boolean isFollowed(Succession succession, CredentialVersion version, Application fresh) {
		CredentialVersion offered = succession.offered();
		if (!version.isLive(succession.now())) {
			return true;
		}
		UUID keyId = (offered != null) ? offered.keyId() : null;
		// what was pasted without its id has been proven by tokens alone
		return keyId == null || Stream.concat(fresh.passwords().stream(), fresh.certificates().stream())
			.anyMatch((key) -> key.keyId().equals(keyId));
	}

}
