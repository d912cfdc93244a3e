package com.highstage.portal.metrics.duty;

import java.io.File;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthIndicatorProperties;
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

	/**
	 * In place of Spring Boot's own: a portal whose database and keys are elsewhere has
	 * no data directory until it writes there, and its space is that of the one above.
	 * @param properties where, and how much has to be free
	 * @return what {@code diskSpace} says
	 */
	@Bean
	HealthIndicator diskSpaceHealthIndicator(DiskSpaceHealthIndicatorProperties properties) {
		return () -> new DiskSpaceHealthIndicator(existing(properties.getPath()), properties.getThreshold()).health();
	}

	private static File existing(File path) {
		return Stream.iterate(path.getAbsoluteFile(), Objects::nonNull, File::getParentFile)
			.filter(File::exists)
			.findFirst()
			.orElse(path);
	}

}
