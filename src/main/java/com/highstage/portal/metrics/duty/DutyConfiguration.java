package com.highstage.portal.metrics.duty;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.highstage.portal.metrics.Readings;
import com.highstage.portal.operator.ChainChecks;
import com.highstage.portal.vault.RecipientKeys;

/**
 * The members of the health group {@code duties}; a bean's name is its member's.
 */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

	@Bean
	HealthIndicator mailQueueHealthIndicator(Readings readings, DutyProperties properties) {
		return new WaitingHealth(readings, Readings.OLDEST_MAIL, properties.mailWaits());
	}

	@Bean
	HealthIndicator backgroundHealthIndicator(Readings readings, DutyProperties properties) {
		return new WaitingHealth(readings, Readings.OLDEST_TASK, properties.taskWaits());
	}

	@Bean
	HealthIndicator recipientKeyHealthIndicator(RecipientKeys keys) {
		return new RecipientKeyHealth(keys);
	}

	@Bean
	HealthIndicator auditChainHealthIndicator(ChainChecks checks) {
		return new AuditChainHealth(checks);
	}

}
