package com.highstage.portal.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.CredentialVersion.Handover;
import com.highstage.portal.credential.CredentialVersion.State;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ConnectionMoved;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.CredentialClaims;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.SealedCredential;
import com.highstage.portal.vault.SecretBox;

/**
 * Credentials in the table {@code credential}. Two transactions that store for the same
 * connection get the same sequence, and the primary key lets one of them through.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCredentials implements Credentials {

	private static final Duration WORKING_COPY_AGE = Duration.ofDays(7);

	private final JdbcCredentialRows rows;

	private final CredentialSealing sealing;

	private final SecretBox box;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JdbcCredentials(JdbcCredentialRows rows, CredentialSealing sealing, SecretBox box, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.sealing = sealing;
		this.box = box;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public CredentialVersion store(Credential credential, IssuedCredential issued) {
		long sequence = this.rows.lastSequence(issued.connection()) + 1;
		SealedCredential sealed = this.sealing.seal(credential, new CredentialClaims(issued.connection(),
				issued.tenant(), issued.client(), issued.keyId(), sequence, issued.expiresAt()));
		CredentialVersion version = new CredentialVersion(issued.connection(), sequence, type(credential),
				issued.keyId(), issued.description(), this.clock.instant(), issued.expiresAt(), State.CURRENT,
				new Handover(sealed.recipient(), null, null));
		this.rows.supersede(issued.connection());
		this.rows.insert(version, issued, sealed, this.box.protectCredential(credential, rowOf(version)));
		record(issued.tenant(), "credential.sealed", version, Map.of("recipient", sealed.recipient().value()));
		requireGoingOn(issued.connection());
		return version;
	}

	// Comes last: connections are held after the end of the audit chain.
	private void requireGoingOn(ConnectionId connection) {
		if (this.rows.hasEnded(connection)) {
			throw new IllegalStateException("connection " + connection + " has ended");
		}
	}

	@Override
	public void offer(ConnectionId connection, long sequence) {
		if (this.rows.offer(connection, sequence, this.clock.instant())) {
			this.events.publishEvent(new ConnectionMoved(connection));
			offered(connection)
				.ifPresent((version) -> record(this.rows.tenant(connection), "credential.offered", version, Map.of()));
		}
	}

	@Override
	public Optional<CredentialVersion> offered(ConnectionId connection) {
		return this.rows.offered(connection);
	}

	@Override
	public boolean acknowledge(ConnectionId connection, long sequence) {
		boolean news = this.rows.acknowledge(connection, sequence, this.clock.instant());
		if (news) {
			TenantId tenant = this.rows.tenant(connection);
			this.audit.record(new AuditEvent(tenant, Actor.PORTAL, "credential.acknowledged",
					connection + "/" + sequence, Map.of()));
			this.events.publishEvent(new CredentialAcknowledged(tenant, connection, sequence));
			this.events.publishEvent(new OrganisationMoved(tenant));
		}
		return news;
	}

	@Override
	public Optional<CredentialVersion> newest(ConnectionId connection) {
		return versions(connection).stream().filter((version) -> version.state() == State.CURRENT).findFirst();
	}

	@Override
	public List<CredentialVersion> versions(ConnectionId connection) {
		return this.rows.versions(connection);
	}

	@Override
	public List<CredentialVersion> live(ConnectionId connection) {
		Instant now = this.clock.instant();
		return versions(connection).stream().filter((version) -> version.isLive(now)).toList();
	}

	@Override
	public Optional<Credential> workingCopy(ConnectionId connection) {
		return newest(connection).filter((version) -> version.createdAt().isAfter(oldest()))
			.flatMap((version) -> this.rows.workingCopy(connection, version.sequence())
				.map((copy) -> this.box.openCredential(copy, rowOf(version))));
	}

	@Override
	public void eraseWorkingCopies(ConnectionId connection) {
		if (this.rows.eraseWorkingCopies(connection) > 0) {
			record(connection.toString(), Map.of());
		}
	}

	@Override
	public int eraseOldWorkingCopies() {
		int erased = this.rows.eraseWorkingCopiesUntil(oldest());
		if (erased > 0) {
			record("", Map.of("count", String.valueOf(erased)));
		}
		return erased;
	}

	@Override
	public void erase(ConnectionId connection) {
		if (this.rows.erase(connection) > 0) {
			this.audit.record(new AuditEvent(null, Actor.PORTAL, "credential.erased", connection.toString(), Map.of()));
			this.events.publishEvent(new ConnectionMoved(connection));
			this.events.publishEvent(new OrganisationMoved(this.rows.tenant(connection)));
		}
	}

	@Override
	public void removed(ConnectionId connection, UUID keyId) {
		this.rows.find(connection, keyId)
			.filter((version) -> this.rows.remove(connection, version.sequence()))
			.ifPresent((version) -> {
				this.events.publishEvent(new ConnectionMoved(connection));
				record(this.rows.tenant(connection), "credential.removed", version, Map.of());
			});
	}

	private static CredentialType type(Credential credential) {
		return switch (credential) {
			case Credential.ClientSecret ignored -> CredentialType.SECRET;
			case Credential.ClientCertificate ignored -> CredentialType.CERTIFICATE;
		};
	}

	private Instant oldest() {
		return this.clock.instant().minus(WORKING_COPY_AGE);
	}

	private static String rowOf(CredentialVersion version) {
		return "credential/" + version.connection() + "/" + version.sequence();
	}

	private void record(TenantId tenant, String action, CredentialVersion version, Map<String, String> details) {
		this.audit.record(
				new AuditEvent(tenant, Actor.PORTAL, action, version.connection() + "/" + version.sequence(), details));
		this.events.publishEvent(new OrganisationMoved(tenant));
	}

	private void record(String subject, Map<String, String> details) {
		this.audit.record(new AuditEvent(null, Actor.PORTAL, "credential.working-copies-erased", subject, details));
	}

}
