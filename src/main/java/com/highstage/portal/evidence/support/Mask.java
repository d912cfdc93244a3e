package com.highstage.portal.evidence.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Replaces ids, addresses and names, the same one always by the same mask, so that
 * support can still tell what belongs together. Microsoft's request ids stay.
 */
final class Mask {

	/** The member whose value is never masked. */
	static final String REQUEST_ID = "requestId";

	private static final Pattern ADDRESS = Pattern
		.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");

	/** GUIDs, and Microsoft's longer ids, which mix capitals and digits. */
	private static final Pattern ID = Pattern.compile("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
			+ "|(?=[A-Za-z_-]*[0-9])(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{24,}");

	private static final int SHORTEST_NAME = 2;

	private final Map<String, String> masks = new HashMap<>();

	private final Map<String, Integer> numbers = new HashMap<>();

	private final @Nullable Pattern names;

	/**
	 * Knows the names that may stand in texts.
	 * @param names names of people, organisations, applications and mailboxes
	 */
	Mask(Collection<String> names) {
		TreeSet<String> longestFirst = new TreeSet<>(
				Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
		names.stream().map(String::strip).filter((name) -> name.length() >= SHORTEST_NAME).forEach(longestFirst::add);
		String alternatives = longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|"));
		this.names = alternatives.isEmpty() ? null
				: Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
						Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/**
	 * Masks all texts in a part of the bundle.
	 * @param part maps, lists and plain values
	 * @return the same with masked texts
	 */
	Object apply(Object part) {
		return switch (part) {
			case Map<?, ?> map -> map(map);
			case List<?> list -> list.stream().map(this::apply).toList();
			case String text -> text(text);
			default -> part;
		};
	}

	private Map<String, @Nullable Object> map(Map<?, ?> map) {
		Map<String, @Nullable Object> masked = new LinkedHashMap<>();
		map.forEach((name, value) -> masked.put(String.valueOf(name),
				(value == null || REQUEST_ID.equals(name)) ? value : apply(value)));
		return masked;
	}

	String text(String text) {
		String masked = replace(ADDRESS, "address", text);
		masked = replace(ID, "id", masked);
		return (this.names != null) ? replace(this.names, "name", masked) : masked;
	}

	private String replace(Pattern pattern, String kind, String text) {
		return pattern.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(mask(kind, found)));
	}

	private String mask(String kind, MatchResult found) {
		return this.masks.computeIfAbsent(kind + " " + found.group().toLowerCase(Locale.ROOT),
				(ignored) -> kind + "-" + this.numbers.merge(kind, 1, Integer::sum));
	}

}
