package com.highstage.portal.handover.intake;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The alarm clock's task that takes in what Highstage wrote.
 */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	private static final Duration BETWEEN = Duration.ofSeconds(3);

	@Bean
	Task<Void> intakeTask(IntakeRun intake) {
		return Tasks.recurring("handover-intake", FixedDelay.of(BETWEEN)).execute((instance, context) -> intake.run());
	}

}
