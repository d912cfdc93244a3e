package com.highstage.portal.evidence.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The bundle as text for people: what the JSON says, indented.
 */
final class ReadableText {

	private ReadableText() {
	}

	static String of(Object content) {
		StringBuilder text = new StringBuilder();
		write(content, 0, text);
		return text.toString();
	}

	private static void write(Object part, int depth, StringBuilder text) {
		if (part instanceof Map<?, ?> map) {
			map.forEach((name, value) -> write(String.valueOf(name), value, depth, text));
		}
		else if (part instanceof List<?> list) {
			list.forEach((one) -> {
				if (one instanceof Map<?, ?> map && isFlat(map)) {
					text.append("  ".repeat(depth)).append("- ").append(line(map)).append('\n');
				}
				else {
					text.append("  ".repeat(depth)).append("-\n");
					write(one, depth + 1, text);
				}
			});
		}
		else {
			text.append("  ".repeat(depth)).append(part).append('\n');
		}
	}

	private static void write(String name, Object value, int depth, StringBuilder text) {
		if (depth == 0) {
			text.append('\n').append(name.toUpperCase(Locale.ROOT)).append('\n');
			write(value, 1, text);
		}
		else if (value instanceof Map || (value instanceof List<?> list && !list.isEmpty())) {
			text.append("  ".repeat(depth)).append(name).append(":\n");
			write(value, depth + 1, text);
		}
		else if (isTold(value)) {
			text.append("  ".repeat(depth)).append(name).append(": ").append(value).append('\n');
		}
	}

	private static boolean isFlat(Map<?, ?> map) {
		return map.values().stream().noneMatch((value) -> value instanceof List<?> list && !list.isEmpty());
	}

	private static String line(Map<?, ?> map) {
		return map.entrySet()
			.stream()
			.filter((entry) -> isTold(entry.getValue()))
			.map((entry) -> entry.getKey() + "="
					+ ((entry.getValue() instanceof Map<?, ?> inner) ? "{" + line(inner) + "}" : entry.getValue()))
			.collect(Collectors.joining("  "));
	}

	private static boolean isTold(Object value) {
		return value != null && !"".equals(value) && !List.of().equals(value) && !Map.of().equals(value);
	}

}
