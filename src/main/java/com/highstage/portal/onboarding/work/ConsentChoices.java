package com.highstage.portal.onboarding.work;

import java.util.function.UnaryOperator;

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
		choose(run, (choices) -> choices.withConsentPage(true));
	}

	void othersRevoked(Run run) {
		// who has changed the plan meanwhile may have chosen it anew
		choose(run, (choices) -> run.isCurrent() ? choices.withRevokeOthers(false) : choices);
	}

	private void choose(Run run, UnaryOperator<Choices> change) {
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			// what a person chose meanwhile stays
			run.choices(change.apply(this.onboardings.choices(run.onboarding().id())));
			this.onboardings.choose(run.onboarding().id(), run.choices());
		});
	}

}
