package com.highstage.portal.renewal.reminder;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The reminders' task of the alarm clock: one process at a time goes through them.
 */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

	private static final Duration PAUSE = Duration.ofMinutes(10);

	@Bean
	Task<Void> remindersTask(ReminderRound round) {
		return Tasks.recurring("reminders", FixedDelay.of(PAUSE)).execute((instance, context) -> round.run());
	}

}
