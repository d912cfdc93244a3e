package com.highstage.portal.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.KeyDescription;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.KnownCertificates;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Settles attempts whose outcome is not known by reading, and removes exactly the secrets
 * of ours whose value was lost, and nobody else's.
 */
@Service
public class Leftovers {

	private static final Set<Call> MAKE_CREDENTIALS = Set.of(Call.ADD_PASSWORD, Call.ADD_CERTIFICATE);

	private final Applications applications;

	private final Attempts attempts;

	private final Credentials credentials;

	private final Connections connections;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Leftovers(Applications applications, Attempts attempts, Credentials credentials, Connections connections,
			PlatformTransactionManager transactions, Clock clock) {
		this.applications = applications;
		this.attempts = attempts;
		this.credentials = credentials;
		this.connections = connections;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Removes what unknown attempts left at Microsoft. An attempt that left nothing to be
	 * seen stays listed until it is older than Microsoft needs to show it.
	 * @param work on whose behalf
	 * @param fresh the application, read after the last attempt
	 * @param settledAfter how long Microsoft may need to show what was done
	 */
	public void clear(Work work, Application fresh, Duration settledAfter) {
		for (Attempt attempt : unknown(work.connection())) {
			Optional<KeyDescription> left = keys(fresh).filter((key) -> attempt.id().made(key.displayName()))
				.findFirst();
			left.ifPresent((key) -> removeAtMicrosoft(work, fresh, key.keyId(), type(attempt)));
			if (left.isPresent() || attempt.startedAt().plus(settledAfter).isBefore(this.clock.instant())) {
				this.attempts.reconciled(work, attempt);
			}
		}
	}

	/**
	 * Removes every secret and certificate that one of the given attempts has made.
	 * @param work on whose behalf
	 * @param fresh the application, as just read
	 * @param made the attempts
	 */
	void removeMarked(Work work, Application fresh, List<PastAttempt> made) {
		for (PastAttempt past : made) {
			Attempt attempt = past.attempt();
			if (isCredential(attempt.call())) {
				keys(fresh).filter((key) -> attempt.id().made(key.displayName()))
					.forEach((key) -> removeAtMicrosoft(work, fresh, key.keyId(), type(attempt)));
			}
		}
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			this.credentials.versions(work.connection()).forEach((version) -> {
				UUID keyId = version.keyId();
				if (keyId != null && isMarked(version.description(), made)) {
					removed(work.connection(), keyId);
				}
			});
		});
	}

	/**
	 * Whether one of the given attempts has made a secret or certificate.
	 * @param displayName its display name
	 * @param made the attempts
	 * @return true if it carries the mark of one of them
	 */
	static boolean isMarked(String displayName, List<PastAttempt> made) {
		return made.stream()
			.map(PastAttempt::attempt)
			.anyMatch((attempt) -> isCredential(attempt.call()) && attempt.id().made(displayName));
	}

	private static boolean isCredential(Call call) {
		return MAKE_CREDENTIALS.contains(call);
	}

	/**
	 * When the oldest unknown attempt to make a credential was begun.
	 * @param connection the connection
	 * @return empty if there is none
	 */
	public Optional<Instant> oldest(ConnectionId connection) {
		return unknown(connection).stream().map(Attempt::startedAt).findFirst();
	}

	/**
	 * Settles the unknown attempts that may be repeated, because what they were about was
	 * looked up since.
	 * @param work on whose behalf
	 */
	public void settleOthers(Work work) {
		this.attempts.unknown(work.connection())
			.stream()
			.filter((attempt) -> !MAKE_CREDENTIALS.contains(attempt.call()))
			.forEach((attempt) -> this.attempts.reconciled(work, attempt));
	}

	/**
	 * Removes a credential at Microsoft and notes that it is gone.
	 * @param work on whose behalf
	 * @param application the application
	 * @param version the credential, whose id is known
	 */
	public void remove(Work work, Application application, CredentialVersion version) {
		UUID keyId = version.keyId();
		if (keyId != null) {
			removeAtMicrosoft(work, application, keyId, version.type());
			gone(work, version);
		}
	}

	/**
	 * Notes that a credential no longer exists at Microsoft.
	 * @param work on whose behalf
	 * @param version the credential
	 */
	public void gone(Work work, CredentialVersion version) {
		UUID keyId = version.keyId();
		if (keyId != null) {
			this.transaction.executeWithoutResult((status) -> {
				work.lease().hold();
				removed(work.connection(), keyId);
			});
		}
	}

	// Highstage has to hear of it if it was offered just that one.
	private void removed(ConnectionId connection, UUID keyId) {
		boolean offered = this.credentials.offered(connection)
			.filter((version) -> keyId.equals(version.keyId()))
			.isPresent();
		this.credentials.removed(connection, keyId);
		if (offered) {
			this.connections.credentialChanged(connection);
		}
	}

	private List<Attempt> unknown(ConnectionId connection) {
		return this.attempts.unknown(connection)
			.stream()
			.filter((attempt) -> MAKE_CREDENTIALS.contains(attempt.call()))
			.toList();
	}

	private void removeAtMicrosoft(Work work, Application application, UUID keyId, CredentialType type) {
		boolean password = type == CredentialType.SECRET;
		this.attempts.around(work, password ? Call.REMOVE_PASSWORD : Call.REMOVE_CERTIFICATE, keyId.toString(), () -> {
			if (password) {
				this.applications.removePassword(work.delegation(), application.id(), keyId);
			}
			else {
				this.applications.removeCertificate(work.delegation(), application.id(), keyId,
						known(work.connection(), keyId));
			}
			return keyId;
		});
	}

	private KnownCertificates known(ConnectionId connection, UUID leaving) {
		List<CredentialVersion> others = this.transaction.execute((status) -> this.credentials.versions(connection)
			.stream()
			.filter((version) -> !leaving.equals(version.keyId()))
			.toList());
		return OurCertificates.of(others, this.clock.instant());
	}

	private static CredentialType type(Attempt attempt) {
		return (attempt.call() == Call.ADD_PASSWORD) ? CredentialType.SECRET : CredentialType.CERTIFICATE;
	}

	private static Stream<KeyDescription> keys(Application application) {
		return Stream.concat(application.passwords().stream(), application.certificates().stream());
	}

}
