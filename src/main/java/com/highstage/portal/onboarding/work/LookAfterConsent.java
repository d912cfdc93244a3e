package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.consent.ConsentReturned;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.tenant.OrganisationMoved;

/**
 * Looks at once when somebody came back from Microsoft's consent page, and a few times
 * more: Microsoft often shows a consent only seconds after it was given, and who gave it
 * may have nobody at a page of ours who asks again.
 */
@Component
class LookAfterConsent {

	/** The first ones so close that the operators' list has followed within 5 s. */
	private static final List<Duration> LOOKS = Stream.of(0, 1500, 3000, 6000, 20_000).map(Duration::ofMillis).toList();

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
				.ifPresent((active) -> LOOKS.forEach((after) -> this.alarms.wake(active.id(), after)));
			this.events.publishEvent(new OrganisationMoved(returned.tenant()));
		});
	}

}
