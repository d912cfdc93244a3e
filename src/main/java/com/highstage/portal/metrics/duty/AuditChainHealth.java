package com.highstage.portal.metrics.duty;

import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import com.highstage.portal.audit.AuditChain.Broken;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.operator.ChainChecks;
import com.highstage.portal.operator.ChainChecks.Check;

/**
 * What the last verification of the audit chain has found. Verifying it takes longer than
 * a health check may.
 *
 * @param checks the verifications
 */
record AuditChainHealth(ChainChecks checks) implements HealthIndicator {

	@Override
	public Health health() {
		Optional<Check> last = this.checks.last();
		ChainState found = last.map(Check::found).orElse(null);
		Health.Builder health = switch (found) {
			case null -> Health.unknown();
			case Intact intact -> Health.up().withDetail("entries", intact.entries());
			case Broken broken -> Health.status(Duty.NEGLECTED)
				.withDetail("brokenAt", broken.sequence())
				.withDetail("reason", broken.reason());
		};
		last.map(Check::endedAt).ifPresent((at) -> health.withDetail("verifiedAt", at.toString()));
		return health.build();
	}

}
