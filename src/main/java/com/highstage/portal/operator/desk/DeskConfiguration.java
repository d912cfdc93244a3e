package com.highstage.portal.operator.desk;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The desk's tasks of the alarm clock.
 */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

	private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

	@Bean
	Task<Void> passingTask(Passing passing) {
		return Tasks.recurring("desk-passing", FixedDelay.of(BETWEEN_LOOKS))
			.execute((instance, context) -> passing.run());
	}

}
