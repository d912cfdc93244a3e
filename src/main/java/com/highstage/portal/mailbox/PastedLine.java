package com.highstage.portal.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of a pasted list, walked once from its beginning to its end.
 */
class PastedLine {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\x00\\uFE0F]");

	private static final Pattern QUOTE = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB]");

	private static final String ENDS_FIELD = ",;\t";

	private static final String ENDS_WORD = "<>()[]:\"|";

	/** What people put around an address; an apostrophe within one stays. */
	private static final String WRAPPING = "'\u2018\u2019\u201A`.!\u2026\u2022\u00B7*{}\\/";

	private final List<String> addresses = new ArrayList<>();

	private final Set<String> field = new LinkedHashSet<>();

	private final StringBuilder word = new StringBuilder();

	private final String typed;

	private int at;

	/**
	 * Whether the word holds an @; asked at every character, so it is not searched for.
	 */
	private boolean address;

	PastedLine(String typed) {
		this.typed = QUOTE.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll("\"");
		while (this.at < this.typed.length() && !comment()) {
			step();
		}
		endField();
	}

	/**
	 * The words that look like an address, without what stood around them.
	 * @return the words, in their order
	 */
	List<String> addresses() {
		return this.addresses;
	}

	/**
	 * The line without its comment.
	 * @return the text as typed
	 */
	String text() {
		return this.typed.substring(0, this.at).strip();
	}

	private void step() {
		char next = this.typed.charAt(this.at);
		if (next == '"') {
			endWord();
			this.at = displayNameEnd();
		}
		else if (ENDS_FIELD.indexOf(next) >= 0) {
			endField();
			this.at++;
		}
		else if (ENDS_WORD.indexOf(next) >= 0 || Character.isWhitespace(next) || Character.isSpaceChar(next)) {
			endWord();
			this.at++;
		}
		else {
			this.word.append(next);
			this.address = this.address || next == '@';
			this.at++;
		}
	}

	private boolean comment() {
		// Before an @ they may belong to the address.
		if (!this.word.isEmpty() && !this.address) {
			return false;
		}
		boolean slashes = this.typed.startsWith("//", this.at) && !this.typed.startsWith(":", this.at - 1);
		return slashes || this.typed.startsWith("#", this.at);
	}

	private int displayNameEnd() {
		// A quoted name before an angle bracket is passed over, other quoted text is
		// read.
		int close = this.typed.indexOf('"', this.at + 1);
		int bracket = close + 1;
		while (close >= 0 && bracket < this.typed.length() && this.typed.charAt(bracket) == ' ') {
			bracket++;
		}
		boolean name = close >= 0 && bracket < this.typed.length() && this.typed.charAt(bracket) == '<';
		return name ? bracket : this.at + 1;
	}

	private void endWord() {
		if (this.address) {
			int query = this.word.indexOf("?", this.word.indexOf("@"));
			this.field.add(unwrapped((query >= 0) ? this.word.substring(0, query) : this.word.toString()));
		}
		this.word.setLength(0);
		this.address = false;
	}

	private void endField() {
		endWord();
		// As a set: an address that is its own display name is one piece, not two.
		this.addresses.addAll(this.field);
		this.field.clear();
	}

	private static String unwrapped(String word) {
		int from = 0;
		int to = word.length();
		while (from < to && WRAPPING.indexOf(word.charAt(from)) >= 0) {
			from++;
		}
		while (to > from && WRAPPING.indexOf(word.charAt(to - 1)) >= 0) {
			to--;
		}
		return word.substring(from, to);
	}

}
