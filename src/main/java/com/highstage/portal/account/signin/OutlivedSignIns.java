package com.highstage.portal.account.signin;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets tokens and sign-ins be forgotten in time, by whichever machine is there.
 */
@Configuration(proxyBeanMethods = false)
class OutlivedSignIns {

	private static final Duration EVERY = Duration.ofMinutes(5);

	@Bean
	RecurringTask<Void> forgetOutlivedSignIns(SignIns signIns) {
		return Tasks.recurring("forget-outlived-sign-ins", FixedDelay.of(EVERY))
			.execute((instance, context) -> signIns.forgetOutlived());
	}

}
