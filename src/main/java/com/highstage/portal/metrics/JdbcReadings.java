package com.highstage.portal.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all figures when the first of them is asked for. Counts only, along indexes, and
 * across the tables of all modules: that is cheaper and simpler than a counter in each of
 * them.
 */
@Repository
class JdbcReadings implements Readings {

	private static final Logger LOG = LoggerFactory.getLogger(JdbcReadings.class);

	private static final int LONGEST_QUERY = 5;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Remembered<Map<Key, Double>> values;

	JdbcReadings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.values = new Remembered<>(this::read, clock);
	}

	@Override
	public double value(String series, Tags labels) {
		return this.values.get().getOrDefault(new Key(series, labels), Double.NaN);
	}

	private Map<Key, Double> read() {
		Map<Key, Double> values = new HashMap<>();
		Instant now = this.clock.instant();
		try {
			Catalogue.ALL.forEach((series) -> read(series, now, values));
			return values;
		}
		catch (DataAccessException ex) {
			LOG.warn("The figures could not be read: {}", ex.getMessage());
			return Map.of();
		}
	}

	private void read(Series series, Instant now, Map<Key, Double> values) {
		series.labels().forEach((labels) -> values.put(new Key(series.name(), labels), 0.0));
		this.jdbc.sql(series.sql())
			.withQueryTimeout(LONGEST_QUERY)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row) -> {
				double number = row.getDouble("number");
				values.replace(new Key(series.name(), labels(series, row)), row.wasNull() ? Double.NaN : number);
			});
	}

	private static Tags labels(Series series, ResultSet row) throws SQLException {
		Tags labels = Tags.empty();
		for (Tag label : series.labels().getFirst()) {
			labels = labels.and(label.getKey(), row.getString(label.getKey()).toLowerCase(Locale.ROOT));
		}
		return labels;
	}

	private record Key(String series, Tags labels) {

	}

}
