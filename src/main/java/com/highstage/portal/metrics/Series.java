package com.highstage.portal.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is read from the database: one number for each of a fixed list of labels,
 * so that nothing that grows, and nothing that names somebody, becomes a label.
 *
 * @param name what it is called
 * @param meaning what it says
 * @param unit what is counted in; null for a number of things
 * @param labels the labels that it has numbers for
 * @param sql answers with a column for each label's key, in lower or upper case, and the
 * column {@code number}; may use {@code :now}
 */
record Series(String name, String meaning, @Nullable String unit, List<Tags> labels, String sql) {

	Series {
		labels = List.copyOf(labels);
	}

	static Series counts(String name, String meaning, List<Tags> labels, String sql) {
		return new Series(name, meaning, null, labels, sql);
	}

	static Series count(String name, String meaning, String sql) {
		return new Series(name, meaning, null, List.of(Tags.empty()), sql);
	}

	static Series seconds(String name, String meaning, String sql) {
		return new Series(name, meaning, "seconds", List.of(Tags.empty()), sql);
	}

	static List<Tags> each(String key, Enum<?>... values) {
		return each(key, Arrays.stream(values).map(Series::label).toArray(String[]::new));
	}

	static List<Tags> each(String key, String... values) {
		return Arrays.stream(values).map((value) -> Tags.of(key, value)).toList();
	}

	static String label(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
