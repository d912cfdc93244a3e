package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers how consent is given.
 */
@Component
class ConsentChoices {

	private final Onboardings onboardings;

	private final TransactionTemplate transaction;

	ConsentChoices(Onboardings onboardings, PlatformTransactionManager transactions) {
		this.onboardings = onboardings;
		this.transaction = new TransactionTemplate(transactions);
	}

	void useConsentPage(Run run) {
		choose(run, run.choices().withConsentPage(true));
	}

	void othersRevoked(Run run) {
		choose(run, run.choices().withRevokeOthers(false));
	}

	private void choose(Run run, Choices choices) {
		run.choices(choices);
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			this.onboardings.choose(run.onboarding().id(), choices);
		});
	}

}
