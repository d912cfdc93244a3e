package com.highstage.portal.onboarding.work;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.verification.TokenResult;
import com.highstage.portal.verification.Trouble;
import com.highstage.portal.verification.Troubles;

/**
 * Finishes a connection: remembers the check that passed, and erases the working copies
 * once nothing is left to be checked with them.
 */
@Component
class Finish {

	private final Connections connections;

	private final Credentials credentials;

	private final AuditTrail audit;

	private final StoredSecrets stored;

	private final Troubles troubles;

	private final TransactionTemplate transaction;

	Finish(Connections connections, Credentials credentials, AuditTrail audit, StoredSecrets stored, Troubles troubles,
			PlatformTransactionManager transactions) {
		this.connections = connections;
		this.credentials = credentials;
		this.audit = audit;
		this.stored = stored;
		this.troubles = troubles;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Whether it was noted that the connection works with its newest credential.
	 * @param run the run
	 * @return false if a process ended in between
	 */
	boolean isFinished(Run run) {
		PassedCheck checked = run.connection().checked();
		return checked != null && checked.permissions().containsAll(run.chosen())
				&& this.stored.newest(run.connection().id())
					.filter((newest) -> newest.sequence() == checked.sequence())
					.isPresent();
	}

	/**
	 * Notes that the connection works: its tokens carry the permissions, and a mailbox
	 * has opened on each protocol.
	 * @param run the run
	 * @param passed what the tokens have shown
	 */
	void connection(Run run, TokenResult.Passed passed) {
		Connection connection = run.connection();
		PassedCheck before = connection.checked();
		if (before != null && before.sequence() == passed.check().sequence()
				&& before.permissions().equals(passed.check().permissions())) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			this.audit.record(new AuditEvent(connection.tenant(), Actor.PORTAL, "connection.checked",
					connection.id().toString(), Map.of("permissions", passed.check().permissions().toString())));
			ObjectId principal = passed.servicePrincipal();
			OurApplication known = this.connections.get(connection.id()).application();
			if (principal != null && !principal.equals(known.servicePrincipal())) {
				this.connections.update(connection.id(), new OurApplication(known.byHand(), known.adopted(),
						known.name(), known.clientId(), known.registration(), principal));
			}
			this.credentials.offer(connection.id(), passed.check().sequence());
			this.connections.passed(connection.id(), passed.check());
			// what Highstage is offered now works
			this.troubles.mended(connection.id(), Trouble.Kind.SECRET_ENDED, "");
			this.troubles.mended(connection.id(), Trouble.Kind.SECRET_REMOVED, "");
		});
		run.connection(this.connections.get(connection.id()));
	}

	/**
	 * Erases the working copies, because every mailbox has been proven.
	 * @param run the run
	 */
	void allProven(Run run) {
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			// what somebody has added or pasted meanwhile is yet to be checked
			if (run.isCurrent()) {
				this.credentials.eraseWorkingCopies(run.connection().id());
			}
		});
	}

}
