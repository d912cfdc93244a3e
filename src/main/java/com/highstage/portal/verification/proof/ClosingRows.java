package com.highstage.portal.verification.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.mailbox.LeavingMailboxes;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Work;

/**
 * What is known and written of mailboxes that are off the list, each time in one
 * transaction.
 */
@Component
class ClosingRows {

	private final JdbcClosingLooks looks;

	private final LeavingMailboxes mailboxes;

	private final Credentials credentials;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ClosingRows(JdbcClosingLooks looks, LeavingMailboxes mailboxes, Credentials credentials, AuditTrail audit,
			PlatformTransactionManager transactions, Clock clock) {
		this.looks = looks;
		this.mailboxes = mailboxes;
		this.credentials = credentials;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * The mailboxes that logins can be tried at.
	 * @param connection whose
	 * @return none once the secret's value is gone
	 */
	List<ClosingLook> of(Connection connection) {
		return this.transaction.execute((status) -> {
			long newest = this.credentials.newest(connection.id()).map(CredentialVersion::sequence).orElse(0L);
			List<ClosingLook> all = this.looks.of(connection.id(), newest, now());
			boolean blind = all.isEmpty() || this.credentials.workingCopy(connection.id()).isEmpty();
			return blind ? List.of() : all;
		});
	}

	void save(Connection connection, Work.Lease lease, ClosingLook look, Instant startedAt) {
		this.transaction.executeWithoutResult((status) -> {
			lease.hold();
			this.looks.save(connection.id(), look, startedAt);
		});
	}

	void closed(Connection connection, Work.Lease lease, ClosingLook look) {
		this.transaction.executeWithoutResult((status) -> {
			lease.hold();
			if (this.mailboxes.seenClosed(connection.id(), look.address())) {
				this.audit.record(new AuditEvent(connection.tenant(), Actor.PORTAL, "mailbox.seen-closed",
						look.address().value(), Map.of("connection", connection.id().toString())));
			}
		});
	}

}
