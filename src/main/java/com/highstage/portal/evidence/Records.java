package com.highstage.portal.evidence;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.AuditEntries;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.registration.AttemptHistory;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.registration.Connection;

/**
 * What was written down about a connection and its organisation.
 */
@Component
public class Records {

	private final AttemptHistory attempts;

	private final AuditEntries entries;

	private final Credentials credentials;

	private final TransactionTemplate transaction;

	Records(AttemptHistory attempts, AuditEntries entries, Credentials credentials,
			PlatformTransactionManager transactions) {
		this.attempts = attempts;
		this.entries = entries;
		this.credentials = credentials;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Reads what was written down.
	 * @param connection the connection
	 * @param most how many attempts and how many entries at most
	 * @return the newest first
	 */
	public WrittenDown of(Connection connection, int most) {
		return this.transaction.execute((status) -> new WrittenDown(this.attempts.of(connection.id(), most),
				theirs(this.entries.of(connection.tenant(), most)), this.credentials.versions(connection.id())));
	}

	// What operators say of a customer, and whom they write to, is not for the customer,
	// least of all while it is uncertain which customer the organisation is.
	private static List<AuditEntries.Entry> theirs(List<AuditEntries.Entry> entries) {
		return entries.stream().filter((entry) -> CustomerId.of(entry.subject()).isEmpty()).toList();
	}

	/**
	 * What was written down; the newest first.
	 *
	 * @param attempts what the portal tried at Microsoft
	 * @param entries the organisation's entries in the audit trail, without those about
	 * it as a customer of Highstage
	 * @param credentials the credential's versions, never a value
	 */
	public record WrittenDown(List<PastAttempt> attempts, List<AuditEntries.Entry> entries,
			List<CredentialVersion> credentials) {

		public WrittenDown {
			attempts = List.copyOf(attempts);
			entries = List.copyOf(entries);
			credentials = List.copyOf(credentials);
		}

	}

}
