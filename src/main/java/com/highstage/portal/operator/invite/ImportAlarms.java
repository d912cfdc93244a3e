package com.highstage.portal.operator.invite;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the work on a list.
 */
@Component
class ImportAlarms {

	static final String TASK = "invitation-import";

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	ImportAlarms(ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Wakes the work as soon as the caller's transaction is committed.
	 * @param id the list
	 */
	void wake(UUID id) {
		this.scheduler.getObject().schedule(new TaskInstance<>(TASK, id.toString()), this.clock.instant());
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				ImportAlarms.this.scheduler.getObject().triggerCheckForDueExecutions();
			}

		});
	}

}
