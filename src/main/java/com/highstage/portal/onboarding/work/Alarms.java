package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.tenant.TenantId;

/**
 * Wakes the background work: at once when somebody asked for something, or at a time.
 * Each waking is a row of its own, committed with the caller's transaction, so that none
 * is lost while other work is under way.
 */
@Component
class Alarms {

	static final String TASK = "journey";

	private static final Duration SOON = Duration.ofMinutes(2);

	private final ObjectProvider<Scheduler> scheduler;

	private final ShortAlarms shortAlarms;

	private final Changes changes;

	private final Clock clock;

	Alarms(ObjectProvider<Scheduler> scheduler, ShortAlarms shortAlarms, Changes changes, Clock clock) {
		this.scheduler = scheduler;
		this.shortAlarms = shortAlarms;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Wakes the work on a journey as soon as the caller's transaction is committed.
	 * @param id the journey
	 */
	void wake(OnboardingId id) {
		wake(id, Duration.ZERO);
	}

	/**
	 * Wakes the work on a journey some time after the caller's transaction is committed,
	 * whatever is under way until then.
	 * @param id the journey
	 * @param after how long after
	 */
	void wake(OnboardingId id, Duration after) {
		schedule(id + "/now/" + UUID.randomUUID(), this.clock.instant().plus(after));
	}

	/**
	 * Sets a run's alarm; a later run's end makes it deaf.
	 * @param id the journey
	 * @param epoch the run
	 * @param at when
	 */
	void set(OnboardingId id, long epoch, Instant at) {
		schedule(id + "/" + epoch, at);
	}

	/**
	 * Lets pages know that something has changed.
	 * @param tenant whose journey
	 */
	void changed(TenantId tenant) {
		this.changes.happened(tenant);
	}

	private void schedule(String instance, Instant at) {
		this.scheduler.getObject().schedule(new TaskInstance<>(TASK, instance), at);
		if (at.isBefore(this.clock.instant().plus(SOON))) {
			afterCommit(() -> this.shortAlarms.at(at));
		}
	}

	private static void afterCommit(Runnable action) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				action.run();
			}

		});
	}

}
