package com.highstage.portal.metrics.duty;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.RecipientKeys.RecipientKey;
import com.highstage.portal.vault.RecipientKeys.State;

/**
 * Whether there is a key that new secrets may be sealed for.
 *
 * @param keys the keys
 */
record RecipientKeyHealth(RecipientKeys keys) implements HealthIndicator {

	@Override
	public Health health() {
		List<State> states = this.keys.all().stream().map(RecipientKey::state).toList();
		Health.Builder health = Duty.done(states.contains(State.PROVEN) || states.contains(State.HELD));
		for (State state : State.values()) {
			health.withDetail(state.name(), states.stream().filter(state::equals).count());
		}
		return health.build();
	}

}
