package com.highstage.portal.renewal.retirement;

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

import com.highstage.portal.tenant.ConnectionId;

/**
 * The task of the alarm clock that removes former secrets. It carries no data: what is to
 * be done stands in the rows.
 */
@Configuration(proxyBeanMethods = false)
class RetirementConfiguration {

	private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

	@Bean
	Task<Void> retirementTask(RetirementWorker worker, JdbcRetirements retirements) {
		return Tasks.custom(RetirementAlarms.TASK, Void.class)
			.onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_DEFECT))
			.onDeadExecutionRevive()
			.execute((instance, context) -> {
				String[] name = instance.getId().split("/");
				ConnectionId id = new ConnectionId(UUID.fromString(name[0]));
				boolean heard = "now".equals(name[1]) || retirements.hearsAlarm(id, Long.parseLong(name[1]));
				return completion(heard ? worker.work(id) : Optional.empty());
			});
	}

	private static CompletionHandler<Void> completion(Optional<Instant> comeBack) {
		return comeBack
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
