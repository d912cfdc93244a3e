package com.highstage.portal.drift;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What runs regularly.
 */
@Configuration(proxyBeanMethods = false)
class DriftConfiguration {

	private static final Duration MOST = Duration.ofSeconds(20);

	private static final Duration CHECKS = Duration.ofMinutes(10);

	@Bean
	Task<Void> tellDriftTask(Teller teller, DriftProperties properties) {
		Duration often = (properties.gather().compareTo(MOST) < 0) ? properties.gather() : MOST;
		return Tasks.recurring("tell-drift", FixedDelay.of(often)).execute((instance, context) -> teller.tell());
	}

	@Bean
	Task<Void> mendedDriftTask(Checks checks) {
		return Tasks.recurring("mended-drift", FixedDelay.of(CHECKS)).execute((instance, context) -> checks.all());
	}

}
