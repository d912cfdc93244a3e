package com.highstage.portal.simulator.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is asked about a mail.
 *
 * @param items the items one by one
 */
record ImapFetch(List<String> items) {

	private static final Pattern BODY = Pattern
		.compile("BODY(?<peek>\\.PEEK)?\\[(?<section>.*?)\\](?:<(\\d+)\\.(\\d+)>)?", Pattern.CASE_INSENSITIVE);

	static ImapFetch of(String items, boolean byUid) {
		String expanded = switch (items.toUpperCase(Locale.ROOT)) {
			case "ALL" -> "FLAGS INTERNALDATE RFC822.SIZE ENVELOPE";
			case "FAST" -> "FLAGS INTERNALDATE RFC822.SIZE";
			case "FULL" -> "FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY";
			default -> ImapFolder.bare(items);
		};
		List<String> words = ImapCommand.words(expanded);
		if (byUid && words.stream().noneMatch("UID"::equalsIgnoreCase)) {
			words.addFirst("UID");
		}
		return new ImapFetch(words);
	}

	static boolean marksAsRead(String items) {
		return of(items, false).items()
			.stream()
			.map((item) -> item.toUpperCase(Locale.ROOT))
			.anyMatch((item) -> item.startsWith("BODY[") || item.equals("RFC822") || item.equals("RFC822.TEXT"));
	}

	String show(int number, Letter letter) {
		return "* " + number + " FETCH ("
				+ this.items.stream().map((item) -> item(item, letter)).collect(Collectors.joining(" ")) + ")";
	}

	private static String item(String item, Letter letter) {
		String name = item.toUpperCase(Locale.ROOT);
		return switch (name) {
			case "UID" -> "UID " + letter.uid();
			case "FLAGS" -> "FLAGS (" + (letter.seen() ? "\\Seen" : "") + ")";
			case "INTERNALDATE" -> "INTERNALDATE \"" + letter.internalDate() + '"';
			case "RFC822.SIZE" -> "RFC822.SIZE " + letter.text().length();
			case "RFC822" -> "RFC822 " + literal(letter.text());
			case "RFC822.HEADER" -> "RFC822.HEADER " + literal(letter.header());
			case "RFC822.TEXT" -> "RFC822.TEXT " + literal(letter.body());
			case "ENVELOPE" -> "ENVELOPE " + envelope(letter);
			case "BODY" -> "BODY (" + structure(letter) + ")";
			case "BODYSTRUCTURE" -> "BODYSTRUCTURE (" + structure(letter) + " NIL NIL NIL NIL)";
			default -> body(item, letter);
		};
	}

	private static String body(String item, Letter letter) {
		Matcher matcher = BODY.matcher(item);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(item);
		}
		String section = matcher.group("section").toUpperCase(Locale.ROOT);
		String content = section(section, letter);
		String name = "BODY[" + section + "]";
		if (matcher.group(3) != null) {
			int from = Math.min(Integer.parseInt(matcher.group(3)), content.length());
			int length = Math.min(Integer.parseInt(matcher.group(4)), content.length() - from);
			return name + "<" + from + "> " + literal(content.substring(from, from + length));
		}
		return name + " " + literal(content);
	}

	private static String section(String section, Letter letter) {
		if (section.startsWith("HEADER.FIELDS")) {
			boolean not = section.startsWith("HEADER.FIELDS.NOT");
			List<String> names = Arrays.asList(section.substring(section.indexOf('(') + 1).replace(")", "").split(" "));
			return letter.headers()
				.stream()
				.filter((line) -> names.contains(line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT)) != not)
				.map((line) -> line + "\r\n")
				.collect(Collectors.joining("", "", "\r\n"));
		}
		return switch (section) {
			case "" -> letter.text();
			case "HEADER" -> letter.header();
			case "TEXT", "1" -> letter.body();
			default -> throw new IllegalArgumentException(section);
		};
	}

	private static String literal(String text) {
		return "{" + text.length() + "}\r\n" + text;
	}

	private static String envelope(Letter letter) {
		String from = address(letter.name(), letter.from());
		return "(%s %s %s %s %s %s NIL NIL NIL %s)".formatted(ImapCommand.quote(letter.date()),
				ImapCommand.quote(letter.subject()), from, from, from, address("", letter.to()),
				ImapCommand.quote(letter.messageId()));
	}

	private static String address(String name, String address) {
		int at = address.lastIndexOf('@');
		return "((%s NIL %s %s))".formatted(name.isEmpty() ? "NIL" : ImapCommand.quote(name),
				ImapCommand.quote((at < 0) ? address : address.substring(0, at)),
				ImapCommand.quote(address.substring(at + 1)));
	}

	private static String structure(Letter letter) {
		return "\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\" %d %d".formatted(letter.body().length(),
				letter.bodyLines());
	}

}
