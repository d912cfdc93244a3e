package com.highstage.portal.notification.delivery;

import java.util.regex.Pattern;

import com.highstage.portal.tenant.PlainName;

/**
 * What a stranger wrote, as a mail may repeat it. Mail programs make links of all that
 * looks like an address on the web, with or without a scheme, so nothing may look like
 * one; and nothing may hide, or be hidden by, what the portal says.
 */
final class PlainWords {

	/** Longest name in a subject, in UTF-16 units. */
	private static final int IN_SUBJECT = 60;

	private static final Pattern SCHEME = Pattern.compile("[:\uff1a\u2236](?=[/\uff0f\u2215\u2044\\\\])");

	private static final Pattern DOT = Pattern
		.compile("(?<=[\\p{L}\\p{M}\\p{N}_-])[.\u2024\u3002\ufe52\uff0e\uff61](?=[\\p{L}\\p{M}])");

	private static final Pattern NUMBERS = Pattern
		.compile("(?<![.\\d])(\\d{1,3})\\.(?=\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})");

	/** RFC 2047: what would be read as the beginning of an encoded word. */
	private static final Pattern ENCODED_WORD = Pattern.compile("=(?=\\?)");

	private static final Pattern OTHER_SCHEME = Pattern.compile("(?<=\\p{L}):(?=\\S)");

	private static final Pattern HEAPED_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");

	/** Blanks of all kinds, and letters that nobody sees. */
	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\u115f\u1160\u2800\u3164\uffa0]+");

	private PlainWords() {
	}

	/**
	 * The words as the text of a mail repeats them.
	 * @param written what was written
	 * @return one line without links, in which nothing is hidden
	 */
	static String of(String written) {
		String text = new PlainName(written).value();
		text = BLANKS.matcher(text).replaceAll(" ");
		text = HEAPED_MARKS.matcher(text).replaceAll("$1");
		text = ENCODED_WORD.matcher(text).replaceAll("= ");
		text = SCHEME.matcher(text).replaceAll("$0 ");
		text = OTHER_SCHEME.matcher(text).replaceAll("$0 ");
		text = NUMBERS.matcher(text).replaceAll("$1. ");
		return DOT.matcher(text).replaceAll("$0 ").strip();
	}

	/**
	 * The words as a subject repeats them.
	 * @param written what was written
	 * @return the words, shortened
	 */
	static String inSubject(String written) {
		String text = of(written);
		if (text.length() <= IN_SUBJECT) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(IN_SUBJECT - 1)) ? IN_SUBJECT - 1 : IN_SUBJECT;
		return text.substring(0, end).strip() + "\u2026";
	}

}
