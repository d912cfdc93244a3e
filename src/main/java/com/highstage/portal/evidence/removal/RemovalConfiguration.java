package com.highstage.portal.evidence.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The removals' task of the alarm clock. It carries no data: what is to be done stands in
 * the removal's rows.
 */
@Configuration(proxyBeanMethods = false)
class RemovalConfiguration {

	private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

	@Bean
	Task<Void> removalTask(RemovalWorker worker, JdbcRemovals removals) {
		return Tasks.custom(RemovalAlarms.TASK, Void.class)
			.onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_DEFECT))
			.onDeadExecutionRevive()
			.execute((instance, context) -> {
				String[] name = instance.getId().split("/");
				UUID id = UUID.fromString(name[0]);
				boolean heard = "now".equals(name[1]) || removals.hearsAlarm(id, Long.parseLong(name[1]));
				return completion(heard ? worker.work(id) : Optional.empty());
			});
	}

	private static CompletionHandler<Void> completion(Optional<Instant> comeBack) {
		return comeBack
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
