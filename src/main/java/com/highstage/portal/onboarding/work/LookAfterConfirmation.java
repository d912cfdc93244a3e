package com.highstage.portal.onboarding.work;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

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

	LookAfterConfirmation(Onboardings onboardings, News news, Alarms alarms) {
		this.onboardings = onboardings;
		this.news = news;
		this.alarms = alarms;
	}

	/**
	 * Lets the journey end before or after the confirmation, so that one of them sees the
	 * other.
	 * @param confirmed what happened
	 */
	@EventListener
	void confirmed(ContactConfirmed confirmed) {
		this.onboardings.lockActive(confirmed.tenant());
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void tell(ContactConfirmed confirmed) {
		this.onboardings.latest(confirmed.tenant()).ifPresent(this::tell);
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
