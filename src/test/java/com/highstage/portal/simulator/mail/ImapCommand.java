package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of IMAP (RFC 3501).
 *
 * @param tag what the answer begins with
 * @param name the command in upper case
 * @param arguments what follows, literals as quoted strings
 */
record ImapCommand(String tag, String name, String arguments) {

	private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,7})(\\+?)\\}$");

	private static final Pattern FORM = Pattern
		.compile("(?s)(?<tag>[!-~&&[^+(){%*\"\\\\]]+) (?<name>[A-Za-z]+)(?: (?<arguments>.*))?");

	/**
	 * Reads a command, and its literals where it has some.
	 * @param line its first line
	 * @param lines where it goes on
	 * @return the command, empty if it is none
	 */
	static Optional<ImapCommand> read(String line, Lines lines) throws IOException {
		String whole = line;
		for (Matcher literal = LITERAL.matcher(whole); literal.find(); literal = LITERAL.matcher(whole)) {
			if (literal.group(2).isEmpty()) {
				lines.write("+ Ready for additional command text.");
			}
			String text = lines.literal(Integer.parseInt(literal.group(1)));
			whole = whole.substring(0, literal.start()) + quote(text) + lines.read().orElse("");
		}
		Matcher matcher = FORM.matcher(whole);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String arguments = (matcher.group("arguments") != null) ? matcher.group("arguments") : "";
		return Optional
			.of(new ImapCommand(matcher.group("tag"), matcher.group("name").toUpperCase(Locale.ROOT), arguments));
	}

	/**
	 * The arguments one by one; lists in brackets are one.
	 * @return the words
	 */
	List<String> words() {
		return words(this.arguments);
	}

	static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (next == ' ' && depth == 0 && !quoted) {
				words.add(word.toString());
				word.setLength(0);
				continue;
			}
			word.append(next);
			if (quoted && next == '\\' && i + 1 < text.length()) {
				word.append(text.charAt(++i));
			}
			else if (next == '"') {
				quoted = !quoted;
			}
			else if (!quoted) {
				depth += ("([".indexOf(next) >= 0) ? 1 : (")]".indexOf(next) >= 0) ? -1 : 0;
			}
		}
		words.add(word.toString());
		words.removeIf(String::isEmpty);
		return words;
	}

	static String quote(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	static String plain(String word) {
		return (word.length() > 1 && word.startsWith("\"") && word.endsWith("\""))
				? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
	}

	String ok(String more) {
		return this.tag + " OK " + more + this.name + " completed.";
	}

	String no(String why) {
		return this.tag + " NO " + why;
	}

	String bad(String why) {
		return this.tag + " BAD " + why;
	}

}
