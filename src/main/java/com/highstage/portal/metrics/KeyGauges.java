package com.highstage.portal.metrics;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.RecipientKeys.State;

/**
 * Shows how many of Highstage's keys are proven, and how many are not.
 */
@Component
class KeyGauges implements MeterBinder {

	private static final Logger LOG = LoggerFactory.getLogger(KeyGauges.class);

	private final RecipientKeys keys;

	private final Remembered<Map<State, Double>> numbers;

	KeyGauges(RecipientKeys keys, Clock clock) {
		this.keys = keys;
		this.numbers = new Remembered<>(this::count, clock);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (State state : State.values()) {
			Gauge.builder("portal.recipient.keys", () -> this.numbers.get().getOrDefault(state, Double.NaN))
				.description("recipient keys by state")
				.tag("state", Series.label(state))
				.register(registry);
		}
	}

	private Map<State, Double> count() {
		Map<State, Double> counted = new EnumMap<>(State.class);
		for (State state : State.values()) {
			counted.put(state, 0.0);
		}
		try {
			this.keys.all().forEach((key) -> counted.merge(key.state(), 1.0, Double::sum));
			return counted;
		}
		catch (DataAccessException ex) {
			LOG.warn("The keys could not be counted: {}", ex.getMessage());
			return Map.of();
		}
	}

}
