package com.highstage.portal.simulator.graph;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.model.GraphTypes;

/**
 * Reads {@code $filter}: {@code eq}, {@code ne}, {@code startswith}, {@code and},
 * {@code or}, {@code not} and brackets.
 */
final class Filter {

	private static final Pattern COMPARISON = Pattern
		.compile("\\s*(\\w+)\\s+(eq|ne)\\s+(?:'((?:[^']|'')*)'|([\\w-]+))");

	private static final Pattern STARTS = Pattern.compile("\\s*startswith\\(\\s*(\\w+)\\s*,\\s*'((?:[^']|'')*)'\\s*\\)",
			Pattern.CASE_INSENSITIVE);

	private final String type;

	private final String text;

	private final boolean advanced;

	private int position;

	private Filter(String type, String text, boolean advanced) {
		this.type = type;
		this.text = text;
		this.advanced = advanced;
	}

	/**
	 * Reads a filter.
	 * @param type the type of what is filtered
	 * @param text the filter
	 * @param advanced whether advanced queries were asked for
	 * @return what is kept
	 */
	static Predicate<JsonNode> parse(String type, String text, boolean advanced) {
		Filter filter = new Filter(type, text, advanced);
		Predicate<JsonNode> kept = filter.either();
		if (!text.substring(filter.position).isBlank()) {
			throw filter.wrong();
		}
		return kept;
	}

	private Predicate<JsonNode> either() {
		Predicate<JsonNode> kept = both();
		while (takes("\\s+or\\s+")) {
			kept = kept.or(both());
		}
		return kept;
	}

	private Predicate<JsonNode> both() {
		Predicate<JsonNode> kept = one();
		while (takes("\\s+and\\s+")) {
			kept = kept.and(one());
		}
		return kept;
	}

	private Predicate<JsonNode> one() {
		if (takes("\\s*not\\s*(?=[\\s(])")) {
			needAdvanced();
			return one().negate();
		}
		if (takes("\\s*\\(")) {
			Predicate<JsonNode> inner = either();
			if (!takes("\\s*\\)")) {
				throw wrong();
			}
			return inner;
		}
		Matcher starts = at(STARTS);
		if (starts.lookingAt()) {
			this.position = starts.end();
			return condition(starts.group(1), starts.group(2), Filter::startsWith);
		}
		return comparison();
	}

	private Predicate<JsonNode> comparison() {
		Matcher comparison = at(COMPARISON);
		if (!comparison.lookingAt()) {
			throw wrong();
		}
		this.position = comparison.end();
		String value = (comparison.group(3) != null) ? comparison.group(3) : comparison.group(4);
		Predicate<JsonNode> equal = condition(comparison.group(1), value, String::equalsIgnoreCase);
		if (comparison.group(2).equals("eq")) {
			return equal;
		}
		needAdvanced();
		return equal.negate();
	}

	private Predicate<JsonNode> condition(String property, String quoted, BiPredicate<String, String> fits) {
		if (!GraphTypes.properties(this.type).containsKey(property)) {
			throw GraphError.of(400, "BadRequest", "Invalid filter clause: Could not find a property named '" + property
					+ "' on type 'microsoft.graph." + this.type + "'.");
		}
		String wanted = quoted.replace("''", "'");
		return (object) -> fits.test(object.path(property).asString(""), wanted);
	}

	private static boolean startsWith(String value, String start) {
		return value.regionMatches(true, 0, start, 0, start.length());
	}

	private boolean takes(String pattern) {
		Matcher matcher = at(Pattern.compile(pattern));
		if (matcher.lookingAt()) {
			this.position = matcher.end();
			return true;
		}
		return false;
	}

	private Matcher at(Pattern pattern) {
		return pattern.matcher(this.text).region(this.position, this.text.length());
	}

	private void needAdvanced() {
		if (!this.advanced) {
			throw GraphError
				.unsupported("Operator 'ne' or 'not' is not supported without the header ConsistencyLevel: eventual.");
		}
	}

	private GraphError wrong() {
		return GraphError.of(400, "BadRequest",
				"Invalid filter clause: Syntax error at position " + this.position + " in '" + this.text + "'.");
	}

}
