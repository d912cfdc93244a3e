package com.highstage.portal.onboarding.work;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.tenant.ConnectionId;

/**
 * What the steps ask and note about stored credentials.
 */
@Component
class StoredSecrets {

	private final Credentials credentials;

	private final Onboardings onboardings;

	private final TransactionTemplate transaction;

	StoredSecrets(Credentials credentials, Onboardings onboardings, PlatformTransactionManager transactions) {
		this.credentials = credentials;
		this.onboardings = onboardings;
		this.transaction = new TransactionTemplate(transactions);
	}

	Optional<CredentialVersion> newest(ConnectionId connection) {
		return this.transaction.execute((status) -> this.credentials.newest(connection));
	}

	void newSecretMade(Run run) {
		if (run.choices().newSecret()) {
			this.transaction.executeWithoutResult((status) -> {
				run.lease().hold();
				run.choices(this.onboardings.choices(run.onboarding().id()).withNewSecret(false));
				this.onboardings.choose(run.onboarding().id(), run.choices());
			});
		}
	}

}
