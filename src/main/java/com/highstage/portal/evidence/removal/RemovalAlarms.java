package com.highstage.portal.evidence.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the background work on a removal; each waking is a row of its own, committed with
 * the caller's transaction.
 */
@Component
class RemovalAlarms {

	static final String TASK = "removal";

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	RemovalAlarms(ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Wakes the work as soon as the caller's transaction is committed.
	 * @param id the removal
	 */
	void wake(UUID id) {
		schedule(id + "/now/" + UUID.randomUUID(), this.clock.instant());
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				RemovalAlarms.this.scheduler.getObject().triggerCheckForDueExecutions();
			}

		});
	}

	/**
	 * Sets a run's alarm; a later run's end makes it deaf.
	 * @param id the removal
	 * @param epoch the run
	 * @param at when
	 */
	void set(UUID id, long epoch, Instant at) {
		schedule(id + "/" + epoch, at);
	}

	private void schedule(String instance, Instant at) {
		this.scheduler.getObject().schedule(new TaskInstance<>(TASK, instance), at);
	}

}
