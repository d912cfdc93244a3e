package com.highstage.portal.operator.action;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The tasks of the alarm clock that concern what operators do.
 */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

	private static final Duration ALERTS = Duration.ofMinutes(1);

	private static final Duration FORGETTING = Duration.ofHours(6);

	private static final Duration KEPT = Duration.ofDays(7);

	@Bean
	Task<Void> undeliveredTask(Undelivered undelivered) {
		return Tasks.recurring("undelivered-mails", FixedDelay.of(ALERTS))
			.execute((instance, context) -> undelivered.tell());
	}

	@Bean
	Task<Void> forgetPressesTask(JdbcPresses presses, JdbcUndeliveredMails mails, Clock clock) {
		return Tasks.recurring("forget-presses", FixedDelay.of(FORGETTING)).execute((instance, context) -> {
			presses.forget(clock.instant().minus(KEPT));
			mails.forgetOld();
		});
	}

}
