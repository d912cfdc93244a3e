package com.highstage.portal.vault.proof;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the key book before the portal is ready, and keeps it by the alarm clock.
 */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

	private static final Duration EVERY = Duration.ofMinutes(10);

	@Bean
	ApplicationRunner openKeyBook(KeyBook book) {
		return (arguments) -> book.open();
	}

	@Bean
	RecurringTask<Void> keepKeyBook(KeyBook book) {
		return Tasks.recurring("keep-key-book", FixedDelay.of(EVERY)).execute((instance, context) -> book.keep());
	}

}
