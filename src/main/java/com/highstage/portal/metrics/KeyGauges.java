package com.highstage.portal.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.RecipientKeys.State;

/**
 * Shows how many of Highstage's keys are proven, and how many are not.
 */
@Component
class KeyGauges implements MeterBinder {

	private final RecipientKeys keys;

	KeyGauges(RecipientKeys keys) {
		this.keys = keys;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (State state : State.values()) {
			Gauge.builder("portal.recipient.keys", () -> number(state))
				.description("recipient keys by state")
				.tag("state", Series.label(state))
				.register(registry);
		}
	}

	private long number(State state) {
		return this.keys.all().stream().filter((key) -> key.state() == state).count();
	}

}
