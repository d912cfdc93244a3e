package com.highstage.portal.operator.invite;

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
 * The task of the alarm clock that invites the customers of a list. It carries no data:
 * who is to be invited stands in the list's rows.
 */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

	@Bean
	Task<Void> importTask(ImportWork work) {
		return Tasks.custom(ImportAlarms.TASK, Void.class)
			.onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_DEFECT))
			.onDeadExecutionRevive()
			.execute((instance, context) -> completion(work.work(UUID.fromString(instance.getId()))));
	}

	private static CompletionHandler<Void> completion(Optional<Instant> comeBack) {
		return comeBack
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
