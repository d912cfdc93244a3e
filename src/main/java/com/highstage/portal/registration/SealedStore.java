package com.highstage.portal.registration;

import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.microsoft.KnownCertificates;
import com.highstage.portal.tenant.ConnectionId;
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

	private final Durability durability;

	private final TransactionTemplate transaction;

	SealedStore(Credentials credentials, Connections connections, Attempts attempts, Durability durability,
			PlatformTransactionManager transactions) {
		this.credentials = credentials;
		this.connections = connections;
		this.attempts = attempts;
		this.durability = durability;
		this.transaction = new TransactionTemplate(transactions);
	}

	KnownCertificates certificates(ConnectionId connection, Instant now) {
		return this.transaction.execute((status) -> OurCertificates.of(this.credentials.versions(connection), now));
	}

	CredentialVersion store(Work work, Attempt attempt, Credential credential, IssuedCredential issued) {
		CredentialVersion stored = this.transaction.execute((status) -> {
			this.attempts.done(work, attempt);
			CredentialVersion version = this.credentials.store(credential, issued);
			this.connections.credentialChanged(issued.connection());
			return version;
		});
		this.durability.sync();
		return stored;
	}

}
