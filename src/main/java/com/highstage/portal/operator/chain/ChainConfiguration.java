package com.highstage.portal.operator.chain;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The chain's task of the alarm clock.
 */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

	static final String TASK = "chain-check";

	@Bean
	Task<Void> chainCheckTask(JdbcChainChecks checks) {
		return Tasks.oneTime(TASK, Void.class).execute((instance, context) -> checks.verify());
	}

}
