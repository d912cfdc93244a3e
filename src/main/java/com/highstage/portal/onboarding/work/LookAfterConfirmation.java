package com.highstage.portal.onboarding.work;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.ContactConfirmed;
import com.highstage.portal.onboarding.Onboarding;

/**
 * Tells a contact that has just been confirmed what it would have been told before.
 */
@Component
class LookAfterConfirmation {

	private final Onboardings onboardings;

	private final News news;

	private final Alarms alarms;

	private final TransactionTemplate transaction;

	LookAfterConfirmation(Onboardings onboardings, News news, Alarms alarms, PlatformTransactionManager transactions) {
		this.onboardings = onboardings;
		this.news = news;
		this.alarms = alarms;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener
	void on(ContactConfirmed confirmed) {
		this.transaction
			.executeWithoutResult((status) -> this.onboardings.latest(confirmed.tenant()).ifPresent(this::tell));
	}

	private void tell(Onboarding latest) {
		switch (latest.status()) {
			case DONE -> {
				this.onboardings.forgetSuccess(latest.connection());
				this.news.tell(latest, News.What.WORKS);
			}
			case ACTIVE -> this.alarms.wake(latest.id());
			case CANCELLED -> {
			}
		}
	}

}
