package com.highstage.portal.tenant;

import java.util.regex.Pattern;

/**
 * A name that came from a stranger, made harmless for display: no control characters, no
 * bidirectional overrides, bounded length.
 *
 * @param value the cleaned name, at most {@value #LONGEST} UTF-16 units; may be empty
 */
public record PlainName(String value) {

	/** Longest name kept, in UTF-16 units; Graph allows 256 for a display name. */
	public static final int LONGEST = 256;

	private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

	public PlainName {
		value = cut(UNSAFE.matcher(value).replaceAll(" ").strip());
	}

	private static String cut(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
