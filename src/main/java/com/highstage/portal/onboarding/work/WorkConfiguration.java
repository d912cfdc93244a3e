package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.highstage.portal.onboarding.OnboardingId;

/**
 * The tasks of the alarm clock. They carry no data: what is to be done stands in the
 * journey's rows.
 */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

	private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

	private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

	@Bean
	Task<Void> journeyTask(Worker worker, Onboardings onboardings) {
		return Tasks.custom(Alarms.TASK, Void.class)
			.onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_DEFECT))
			.onDeadExecutionRevive()
			.execute((instance, context) -> {
				String[] name = instance.getId().split("/");
				OnboardingId id = new OnboardingId(UUID.fromString(name[0]));
				boolean heard = "now".equals(name[1]) || onboardings.hearsAlarm(id, Long.parseLong(name[1]));
				return completion(heard ? worker.work(id) : Optional.empty());
			});
	}

	@Bean
	Task<Void> housekeepingTask(Housekeeping housekeeping) {
		return Tasks.recurring("housekeeping", FixedDelay.of(HOUSEKEEPING))
			.execute((instance, context) -> housekeeping.run());
	}

	private static CompletionHandler<Void> completion(Optional<Instant> comeBack) {
		return comeBack
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
