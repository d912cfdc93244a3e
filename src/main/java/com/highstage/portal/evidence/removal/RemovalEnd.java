package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.registration.Attempts;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Ends a removal that was verified, so that the organisation can be connected again.
 */
@Component
class RemovalEnd {

	private final JdbcRemovals removals;

	private final Connections connections;

	private final Credentials credentials;

	private final Attempts attempts;

	private final AuditTrail audit;

	private final EndContext context;

	RemovalEnd(JdbcRemovals removals, Connections connections, Credentials credentials, Attempts attempts,
			AuditTrail audit, EndContext context) {
		this.removals = removals;
		this.connections = connections;
		this.credentials = credentials;
		this.attempts = attempts;
		this.audit = audit;
		this.context = context;
	}

	void of(RemovalRun run) {
		ConnectionId connection = run.removal().connection();
		boolean ours = run.removal().scope().ours();
		this.attempts.unknown(connection).forEach((attempt) -> this.attempts.reconciled(run.settling(), attempt));
		new TransactionTemplate(this.context.transactions()).executeWithoutResult((status) -> {
			run.lease().hold();
			this.removals.end(run.removal().id(), this.context.clock().instant());
			if (ours) {
				this.credentials.versions(connection).forEach((version) -> {
					UUID keyId = version.keyId();
					if (keyId != null) {
						this.credentials.removed(connection, keyId);
					}
				});
			}
			this.audit.record(new AuditEvent(run.removal().tenant(), Actor.PORTAL, "removal.finished",
					run.removal().id().toString(), Map.of("application", ours ? "deleted" : "kept")));
			this.connections.release(connection, ours);
		});
	}

	/**
	 * What ending needs.
	 *
	 * @param transactions the transaction manager
	 * @param clock the time
	 */
	@Component
	record EndContext(PlatformTransactionManager transactions, Clock clock) {

	}

}
