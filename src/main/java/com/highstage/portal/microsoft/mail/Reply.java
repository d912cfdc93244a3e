package com.highstage.portal.microsoft.mail;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.PlainName;

/**
 * A server's words, made harmless: no control characters, bounded, and without anything
 * long that it may have read back from what was sent.
 *
 * @param text the words
 */
record Reply(String text) {

	private static final int LONGEST = 200;

	private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/=_.~-]{60,}");

	private static final Pattern BUSY = Pattern.compile(
			"\\[(SYS/TEMP|IN-?USE|UNAVAILABLE|LOGIN-DELAY|LIMIT|SERVERBUG)|server is busy|too many|try again later|throttl"
					+ "|temporar(y|ily)",
			Pattern.CASE_INSENSITIVE);

	static Reply of(@Nullable String words) {
		String shortened = BLOB.matcher((words != null) ? words : "").replaceAll("…");
		String plain = new PlainName(shortened).value();
		return new Reply((plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain);
	}

	/**
	 * Whether the server says that it cannot just now, which is no answer to a login.
	 * @return true if so
	 */
	boolean isBusy() {
		return BUSY.matcher(this.text).find();
	}

	boolean has(String words) {
		return this.text.contains(words);
	}

}
