package com.highstage.portal.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.site.Language;

/**
 * Every letter that the portal writes, with a stranger's words wherever strangers are
 * quoted.
 */
final class AttackedLetters {

	static final String LINK = "https://portal.example/link/" + TestMessages.TOKEN;

	/** What strangers wrote, by template; the rest is ours. */
	static final Map<String, List<String>> STRANGERS = Map.ofEntries(
			Map.entry("colleague", List.of("askedBy", "organisation", "note")),
			Map.entry("consent", List.of("askedBy", "vendor", "organisation", "note")),
			Map.entry("contact", List.of("askedBy", "organisation")), Map.entry("news", List.of("organisation")),
			Map.entry("invitation", List.of("invitedBy", "vendor", "customer", "line")),
			Map.entry("reminder", List.of("askedBy", "vendor", "customer")),
			Map.entry("link-wanted", List.of("customer", "reference")), Map.entry("undelivered", List.of("named")),
			Map.entry("ended", List.of("endedBy", "vendor", "organisation", "reason")),
			Map.entry("drift", List.of("organisation")), Map.entry("drift-operators", List.of("organisation")),
			Map.entry("renewal", List.of("organisation")), Map.entry("renewal-operators", List.of("organisation")));

	/** Whose link works for a while only, and which therefore say until when. */
	static final Set<String> WITH_LINKS_THAT_END = Set.of("colleague", "consent", "contact", "invitation");

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	private static final Map<String, Object> OURS = Map.ofEntries(Map.entry("link", URI.create(LINK)),
			Map.entry("until", Instant.parse("2026-12-09T10:00:00Z")), Map.entry("made", NOW), Map.entry("ended", NOW),
			Map.entry("ends", NOW), Map.entry("days", 14), Map.entry("told", ""), Map.entry("way", Way.PRESS),
			Map.entry("mailboxes", 3), Map.entry("count", 3), Map.entry("more", 1),
			Map.entry("protocols", List.of(Protocol.IMAP)), Map.entry("left", List.of("mailboxes", "application")));

	private AttackedLetters() {
	}

	static Stream<Letter> all(Language language, String hostile) {
		return STRANGERS.entrySet()
			.stream()
			.flatMap((entry) -> kinds(entry.getKey())
				.map((kind) -> new Letter(entry.getKey(), language, quoted(kind, entry.getValue(), hostile))));
	}

	/**
	 * The same letter with harmless words.
	 * @param letter the letter
	 * @return what it is compared with
	 */
	static Letter friendly(Letter letter) {
		return new Letter(letter.template(), letter.language(),
				quoted(letter.values(), STRANGERS.getOrDefault(letter.template(), List.of()), "Friendly"));
	}

	private static Map<String, Object> quoted(Map<String, Object> values, List<String> names, String words) {
		Map<String, Object> all = new HashMap<>(values);
		names.forEach((name) -> all.put(name, name.equals("named") ? List.of(words, words) : words));
		return all;
	}

	private static Stream<Map<String, Object>> kinds(String template) {
		return switch (template) {
			case "colleague" -> Stream.of(TestMessages.Kind.values()).map((kind) -> with(OURS, "kind", kind));
			case "consent" ->
				Stream.of(TestMessages.Kind.ALLOW, TestMessages.Kind.CONSENT).map((kind) -> with(OURS, "kind", kind));
			case "reminder" -> Stream.of(Step.values()).map((step) -> with(OURS, "step", step));
			case "drift", "drift-operators" -> TestTroubles.readers()
				.map((reader) -> with(with(OURS, "reader", reader), "troubles", TestTroubles.troubles()));
			case "news" -> Stream.of(News.values()).map((news) -> with(OURS, "news", news));
			case "renewal", "renewal-operators" -> Stream.of(Stage.values())
				.flatMap((stage) -> Stream.of(Way.values()).map((way) -> with(with(OURS, "stage", stage), "way", way)));
			default -> Stream.of(OURS);
		};
	}

	private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
		Map<String, Object> all = new HashMap<>(values);
		all.put(name, value);
		return all;
	}

	/** Stands for what an enum of another module is. */
	enum News {

		WORKS, SIGN_IN, TROUBLE

	}

	/** Likewise. */
	enum Step {

		ALLOW

	}

	/** Likewise. */
	enum Protocol {

		IMAP

	}

	/** Likewise. */
	enum Way {

		PRESS, PASTE

	}

	/** Likewise. */
	enum Stage {

		SOON, TOMORROW, ENDED

	}

}
