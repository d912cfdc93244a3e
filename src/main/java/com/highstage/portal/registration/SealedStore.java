package com.highstage.portal.registration;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.vault.Credential;

/**
 * Seals and commits a credential together with the attempt that made it, and makes sure
 * that it is on the disk.
 */
@Component
class SealedStore {

	private final Credentials credentials;

	private final Connections connections;

	private final Attempts attempts;

	private final AuditTrail audit;

	private final Durability durability;

	private final TransactionTemplate transaction;

	SealedStore(Credentials credentials, Connections connections, Attempts attempts, AuditTrail audit,
			Durability durability, PlatformTransactionManager transactions) {
		this.credentials = credentials;
		this.connections = connections;
		this.attempts = attempts;
		this.audit = audit;
		this.durability = durability;
		this.transaction = new TransactionTemplate(transactions);
	}

	CredentialVersion store(Work work, Attempt attempt, Credential credential, IssuedCredential issued) {
		CredentialVersion stored = this.transaction.execute((status) -> {
			this.attempts.done(work, attempt);
			CredentialVersion version = this.credentials.store(credential, issued);
			this.audit.record(new AuditEvent(issued.tenant(), work.actor(), "credential.sealed",
					String.valueOf(issued.keyId()), Map.of("sequence", String.valueOf(version.sequence()), "type",
							version.type().name(), "expires", String.valueOf(issued.expiresAt()))));
			this.connections.credentialChanged(issued.connection());
			return version;
		});
		this.durability.sync();
		return stored;
	}

}
