package com.highstage.portal.simulator.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An open folder.
 *
 * @param letters what lies in it
 * @param readOnly whether it was opened with {@code EXAMINE}
 */
record ImapFolder(List<Letter> letters, boolean readOnly) {

	List<String> opened() {
		List<String> lines = new ArrayList<>();
		lines.add("* " + this.letters.size() + " EXISTS");
		lines.add("* 0 RECENT");
		lines.add("* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)");
		lines.add("* OK [PERMANENTFLAGS (" + (this.readOnly ? "" : "\\Seen \\Answered \\Flagged \\Deleted \\Draft")
				+ ")] Permanent flags");
		IntStream.range(0, this.letters.size())
			.filter((index) -> !this.letters.get(index).seen())
			.findFirst()
			.ifPresent((index) -> lines.add("* OK [UNSEEN " + (index + 1) + "] Is the first unseen message"));
		lines.add("* OK [UIDVALIDITY 14] UIDVALIDITY value");
		lines.add("* OK [UIDNEXT " + nextUid() + "] The next unique identifier value");
		return lines;
	}

	private int nextUid() {
		return this.letters.isEmpty() ? 1 : this.letters.getLast().uid() + 1;
	}

	String status(String items) {
		Map<String, Object> known = Map.of("MESSAGES", this.letters.size(), "RECENT", 0, "UIDNEXT", nextUid(),
				"UIDVALIDITY", 14, "UNSEEN", this.letters.stream().filter((one) -> !one.seen()).count());
		return ImapCommand.words(bare(items).toUpperCase(Locale.ROOT))
			.stream()
			.filter(known::containsKey)
			.map((item) -> item + " " + known.get(item))
			.collect(Collectors.joining(" "));
	}

	List<String> answer(String command, List<String> words, boolean byUid) {
		return switch (command) {
			case "SEARCH" -> List.of(search(words, byUid));
			case "FETCH" -> fetch(words, byUid);
			default -> throw new IllegalArgumentException(command);
		};
	}

	/**
	 * Reading a mail marks it as read, unless one only peeks.
	 */
	boolean changedBy(String command, List<String> words) {
		return command.equals("FETCH") && !this.readOnly && ImapFetch.marksAsRead(words.get(1));
	}

	private String search(List<String> words, boolean byUid) {
		ToIntFunction<Map.Entry<Integer, Letter>> number = byUid ? (one) -> one.getValue().uid() : Map.Entry::getKey;
		Map<Integer, Letter> found = new TreeMap<>(chosen("1:*", false));
		for (int i = 0; i < words.size(); i++) {
			switch (words.get(i).toUpperCase(Locale.ROOT)) {
				case "ALL", "UNDELETED", "UNANSWERED", "UNFLAGGED", "UNDRAFT" -> {
					// true of every mail here
				}
				case "DELETED", "ANSWERED", "FLAGGED", "DRAFT", "RECENT", "NEW" -> found.clear();
				case "SEEN" -> found.values().removeIf((letter) -> !letter.seen());
				case "UNSEEN" -> found.values().removeIf(Letter::seen);
				case "UID" -> found.keySet().retainAll(chosen(words.get(++i), true).keySet());
				default -> found.keySet().retainAll(chosen(words.get(i), false).keySet());
			}
		}
		return "* SEARCH"
				+ found.entrySet().stream().mapToInt(number).mapToObj((one) -> " " + one).collect(Collectors.joining());
	}

	private List<String> fetch(List<String> words, boolean byUid) {
		if (words.size() != 2) {
			throw new IllegalArgumentException("FETCH needs a set and items");
		}
		return chosen(words.getFirst(), byUid).entrySet()
			.stream()
			.map((one) -> ImapFetch.of(words.get(1), byUid).show(one.getKey(), one.getValue()))
			.toList();
	}

	/**
	 * The letters of a set such as {@code 1,3:*}.
	 */
	private Map<Integer, Letter> chosen(String set, boolean byUid) {
		Map<Integer, Letter> chosen = new TreeMap<>();
		int last = byUid ? nextUid() - 1 : this.letters.size();
		for (String part : set.split(",")) {
			String[] ends = part.split(":");
			int first = end(ends[0], last);
			int other = end(ends[ends.length - 1], last);
			for (int i = 0; i < this.letters.size(); i++) {
				int number = byUid ? this.letters.get(i).uid() : i + 1;
				if (number >= Math.min(first, other) && number <= Math.max(first, other)) {
					chosen.put(i + 1, this.letters.get(i));
				}
			}
		}
		return chosen;
	}

	private static int end(String text, int last) {
		return text.equals("*") ? last : Integer.parseInt(text);
	}

	static String bare(String list) {
		return (list.startsWith("(") && list.endsWith(")")) ? list.substring(1, list.length() - 1) : list;
	}

}
