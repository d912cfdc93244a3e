package com.highstage.portal.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * Shows the figures to whoever measures the portal.
 */
@Component
class Gauges implements MeterBinder {

	private final Readings readings;

	Gauges(Readings readings) {
		this.readings = readings;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Catalogue.ALL.forEach((series) -> series.labels().forEach((labels) -> gauge(registry, series, labels)));
	}

	private void gauge(MeterRegistry registry, Series series, Tags labels) {
		Gauge.builder(series.name(), () -> this.readings.value(series.name(), labels))
			.description(series.meaning())
			.baseUnit(series.unit())
			.tags(labels)
			.register(registry);
	}

}
