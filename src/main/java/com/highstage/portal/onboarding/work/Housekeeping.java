package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.Credentials;

/**
 * Erases what must not be kept any longer.
 */
@Component
class Housekeeping {

	private final Credentials credentials;

	private final TransactionTemplate transaction;

	Housekeeping(Credentials credentials, PlatformTransactionManager transactions) {
		this.credentials = credentials;
		this.transaction = new TransactionTemplate(transactions);
	}

	void run() {
		this.transaction.executeWithoutResult((status) -> this.credentials.eraseOldWorkingCopies());
	}

}
