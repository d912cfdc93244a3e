package com.highstage.portal.audit;

/**
 * Text of strangers in a form that every database keeps exactly: no NUL, no half
 * characters, not longer than its column. The length is counted in UTF-16 units: H2 does
 * so.
 */
final class PlainText {

	private static final int REPLACEMENT = 0xFFFD;

	private PlainText() {
	}

	static String of(String text, int length) {
		StringBuilder plain = new StringBuilder();
		text.codePoints()
			.map((point) -> (point == 0 || isHalf(point)) ? REPLACEMENT : point)
			.takeWhile((point) -> plain.length() + Character.charCount(point) <= length)
			.forEach(plain::appendCodePoint);
		return plain.toString();
	}

	private static boolean isHalf(int point) {
		return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
	}

}
