package com.highstage.portal.onboarding.work;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.consent.ConsentReturned;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.tenant.OrganisationMoved;

/**
 * Looks at once when somebody came back from Microsoft's consent page.
 */
@Component
class LookAfterConsent {

	private final Onboardings onboardings;

	private final Alarms alarms;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	LookAfterConsent(Onboardings onboardings, Alarms alarms, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.onboardings = onboardings;
		this.alarms = alarms;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener
	void on(ConsentReturned returned) {
		this.transaction.executeWithoutResult((status) -> {
			this.onboardings.latest(returned.tenant())
				.filter((latest) -> latest.status() == Onboarding.Status.ACTIVE)
				.ifPresent((active) -> this.alarms.wake(active.id()));
			this.events.publishEvent(new OrganisationMoved(returned.tenant()));
		});
	}

}
