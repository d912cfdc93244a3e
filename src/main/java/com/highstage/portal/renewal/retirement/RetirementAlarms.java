package com.highstage.portal.renewal.retirement;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.highstage.portal.tenant.ConnectionId;

/**
 * Wakes the work on former secrets; each waking is a row of its own, committed with the
 * caller's transaction.
 */
@Component
class RetirementAlarms {

	static final String TASK = "retirement";

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	RetirementAlarms(ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Wakes the work as soon as the caller's transaction is committed.
	 * @param connection whose secrets
	 */
	void wake(ConnectionId connection) {
		schedule(connection + "/now/" + UUID.randomUUID(), this.clock.instant());
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				RetirementAlarms.this.scheduler.getObject().triggerCheckForDueExecutions();
			}
		});
	}

	/**
	 * Wakes the work later; once more for the same time changes nothing.
	 * @param connection whose secrets
	 * @param at when
	 */
	void wake(ConnectionId connection, Instant at) {
		schedule(connection + "/now/" + at.getEpochSecond(), at);
	}

	/**
	 * Sets a run's alarm; a later run's end makes it deaf.
	 * @param connection whose secrets
	 * @param epoch the run
	 * @param at when
	 */
	void set(ConnectionId connection, long epoch, Instant at) {
		schedule(connection + "/" + epoch, at);
	}

	private void schedule(String instance, Instant at) {
		this.scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, instance), at);
	}

}
