package com.highstage.portal.onboarding.web.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads mail addresses out of what people paste: one per line, separated by commas or
 * semicolons, or as a mail program copies them, with a name before the address in angle
 * brackets.
 */
final class Addresses {

	static final int MOST = 500;

	private static final Pattern SEPARATOR = Pattern.compile("[,;\\r\\n\\t]+");

	private static final Pattern IN_ANGLES = Pattern.compile(".*<([^<>]*)>\\s*");

	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
				+ "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

	private Addresses() {
	}

	static List<String> in(@Nullable String pasted) {
		if (pasted == null) {
			return List.of();
		}
		return Arrays.stream(SEPARATOR.split(pasted))
			.map(Addresses::bare)
			.flatMap((part) -> Arrays.stream(part.split("\\s+")))
			.filter((part) -> !part.isEmpty())
			.map((address) -> address.toLowerCase(Locale.ROOT))
			.distinct()
			.toList();
	}

	static List<String> unusable(@Nullable String pasted) {
		return in(pasted).stream()
			.filter((address) -> address.length() > 254 || !ADDRESS.matcher(address).matches())
			.toList();
	}

	private static String bare(String part) {
		Matcher angles = IN_ANGLES.matcher(part);
		return angles.matches() ? angles.group(1) : part;
	}

}
