package com.highstage.portal.notification.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.web.util.HtmlUtils;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.Message;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every mail, looked at as it goes to the mail server, with the worst that a stranger can
 * write wherever strangers are quoted.
 */
class MailsUnderAttackTests {

	static final List<String> HOSTILE = List.of("Eve\r\nBcc: all@contoso.example",
			"Eve\nSubject: Free\n\n<h1>Body</h1>", "Eve\u0000\u0007\u001b[2J", "\u202egnp.exe\u202c \u2066hidden\u2069",
			"x".repeat(300), "M ".repeat(150),
			"<a href=\"https://evil.example/\">Highstage</a><img src=//evil.example/p.png>",
			"</section><style>.reason{display:none}</style><!--", "https://evil.example", "HTTPS://EVIL.EXAMPLE/a?b#c",
			"http:/\\evil.example", "https\uff1a\uff0f\uff0fevil.example", "https\u2236\u2215\u2215evil.example",
			"hxxp www.evil.example/login", "evil.example", "Contoso.com", "evil\u3002example", "evil\uff0eexample",
			"evil.\u0435xample/\u0430", "xn--e1a.example", "http://192.0.2.1/x", "192.0.2.1", "//evil.example/x",
			"mailto:eve@evil.example", "eve@evil.example", "javascript:alert(1)", "\"Highstage\" <eve@evil.example>",
			"Highstage Portal <portal@highstage.example>,", "=?utf-8?q?Bcc:_eve@evil.example?=",
			"=?utf-8?B?4oCuZ25wLmV4ZQ==?=", "=\u200b?utf-8?q?x?=",
			"\ud83d\ude80\ud83d\udc69\u200d\ud83d\ude80".repeat(40), "Eve \ud83d",
			"Z" + "\u0335\u0336\u0337\u0338".repeat(60), "A" + "\u3164\u2800\u115f\u00a0\u2003 ".repeat(40) + "B",
			"\u05d0\u05d1\u05d2 1.2 \u05d3", "__${7*7}__ [[${7*7}]] [(${7*7})] #{site.name} {0} {1} '",
			"-- \r\n\r\n--boundary", "Adele\u2028Vance\u2029\u0085X", "\ufeff\u00ad\u061c\ue0001X");

	private static final String LINK = AttackedLetters.LINK;

	private static final UUID ID = UUID.fromString("0f5e2a34-0000-4000-8000-000000000001");

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	/** As mail programs find links in words. */
	private static final Pattern LOOKS_LIKE_A_LINK = Pattern
		.compile("(?iu)\\b[a-z][a-z0-9+]*:(?=[^\\s])[/\\\\]*[^\\s<>\"]+|\\bwww[.\u3002\uff0e]\\S+"
				+ "|[\\p{L}\\p{N}_-]+(?:[.\u3002\uff0e\uff61][\\p{L}\\p{N}-]+)*[.\u3002\uff0e\uff61]\\p{L}{2,}(?:/\\S*)?"
				+ "|(?<![.\\d])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\S*)?");

	private static final Pattern UNSEEN = Pattern.compile(
			"[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\u115f\u1160\u2800\u3164\uffa0&&[^\\r\\n]]|\\p{M}{4}|[\\p{Zs}]{2}");

	private static final Pattern HREF = Pattern
		.compile("(?i)\\b(?:href|src|action|background|cite)\\s*=\\s*\"([^\"]*)\"");

	private static final Map<Letter, MimeMessage> USUAL = new HashMap<>();

	private static final Letters LETTERS = TestLetters.letters();

	@Test
	void everyMailIsAttacked() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/mail"))) {
			Set<String> templates = files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".txt"))
				.map((name) -> name.substring(0, name.length() - 4))
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(AttackedLetters.STRANGERS.keySet()).containsExactlyInAnyOrderElementsOf(templates);
		}
	}

	@ParameterizedTest
	@FieldSource("HOSTILE")
	void aStrangersWordsChangeNothingOfAMail(String hostile) {
		everyLetter(Language.ENGLISH, hostile, (letter) -> {
			MimeMessage mail = mail(letter);
			MimeMessage usual = USUAL.computeIfAbsent(AttackedLetters.friendly(letter), MailsUnderAttackTests::mail);
			nobodyAddsAHeaderOrARecipientOrChangesOurs(mail, usual);
			theSubjectIsOneLineWithOurWords(mail, usual);
			thereIsNoLinkButOurs(mail);
			nothingIsHiddenAndOurWordsAllStand(mail, usual);
		});
	}

	private static void nobodyAddsAHeaderOrARecipientOrChangesOurs(MimeMessage mail, MimeMessage usual)
			throws Exception {
		assertThat(names(mail)).isEqualTo(names(usual));
		for (String ours : List.of("From", "Reply-To", "To", "Message-ID", "Date", "Auto-Submitted", "MIME-Version",
				"Content-Language")) {
			assertThat(mail.getHeader(ours)).as(ours).isEqualTo(usual.getHeader(ours)).hasSize(1);
		}
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
	}

	private static void theSubjectIsOneLineWithOurWords(MimeMessage mail, MimeMessage usual) throws Exception {
		String subject = mail.getSubject();
		String former = usual.getSubject();
		assertThat(UNSEEN.matcher(subject).find()).as(subject).isFalse();
		assertThat(MimeUtility.decodeText(subject)).as("not decoded twice").isEqualTo(subject);
		assertThat(subject.length()).isLessThan(former.length() + 130);
		assertThat(subject).contains(former.split("Friendly")).doesNotContain("\r", "\n");
		assertThat(links(subject)).isEmpty();
	}

	private static void thereIsNoLinkButOurs(MimeMessage mail) throws Exception {
		String text = part(mail, 0);
		String html = part(mail, 1);
		assertThat(links(text)).containsExactlyInAnyOrder(LINK, "https://portal.example.", "highstage.example");
		assertThat(HREF.matcher(html).results().map((found) -> found.group(1)).toList()).containsExactly(LINK, LINK);
		assertThat(html).doesNotContain("<img", "<form", "<script", "<iframe", "<object", "<svg");
		assertThat(links(seen(html))).containsExactlyInAnyOrder(LINK, "https://portal.example.", "highstage.example");
	}

	private static void nothingIsHiddenAndOurWordsAllStand(MimeMessage mail, MimeMessage usual) throws Exception {
		String text = part(mail, 0);
		assertThat(UNSEEN.matcher(text).results().map(MatchResult::group).filter((each) -> !each.equals("  ")))
			.isEmpty();
		assertThat(text.lines().filter("-- "::equals)).as("one signature").hasSize(1);
		assertThat(part(mail, 1).split("<style", -1)).hasSize(2);
		assertThat(text.lines().count()).isEqualTo(part(usual, 0).lines().count());
	}

	@Test
	void aPageOfAMailStaysAPage() throws Exception {
		for (String hostile : List.of("</section><style>p{display:none}</style><!-- ",
				"\u0085\u0001\ud83d<img src=x>")) {
			Letter letter = TestMessages.colleague(hostile, hostile).letter();
			assertThat(Html.errors(part(mail(letter), 1))).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void thePlainPartSaysWhyAndUntilWhenByItself(Language language) {
		everyLetter(language, "Friendly", (letter) -> {
			String text = part(mail(letter), 0);
			assertThat(text).contains(LINK).doesNotContain("<", "&amp;", "??");
			if (letter.language() == Language.ENGLISH) {
				assertThat(text).contains("You get this mail because");
				if (AttackedLetters.WITH_LINKS_THAT_END.contains(letter.template())) {
					assertThat(text).contains("9 December 2026, 10:00 UTC");
				}
			}
		});
	}

	@Test
	void whatOnlyLooksStrangeStaysAsItWas() {
		for (String name : List.of("J. R. R. T\u00f8lkien", "\u9ad8\u6a4b \u5149\u5e0c", "Nguy\u1ec5n V\u0103n A",
				"M\u00fcller & S\u00f8n A/S (1.200)", "Anna-Lena O'Neill", "\ud83d\ude80 Team", "10:30",
				"Sales: North")) {
			assertThat(PlainWords.of(name)).isEqualTo(name);
		}
	}

	private static void everyLetter(Language language, String hostile, Attack attack) {
		AttackedLetters.all(language, hostile).forEach((letter) -> attempt(attack, letter));
	}

	private static void attempt(Attack attack, Letter letter) {
		try {
			attack.on(letter);
		}
		catch (Exception ex) {
			throw new IllegalStateException(letter.template() + " in " + letter.language(), ex);
		}
	}

	private static MimeMessage mail(Letter letter) {
		Message message = new Message(new MailAddress("colleague@contoso.example"), letter, "onboarding-1");
		byte[] raw = PostOffice.envelopes()
			.pack(ID, message, LETTERS.write(letter), NOW)
			.expose((text) -> text.getBytes(StandardCharsets.ISO_8859_1));
		try {
			return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String part(MimeMessage mail, int index) throws Exception {
		return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
	}

	private static List<String> names(MimeMessage mail) throws Exception {
		return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).toList();
	}

	private static List<String> links(String text) {
		return LOOKS_LIKE_A_LINK.matcher(text).results().map(MatchResult::group).toList();
	}

	private static String seen(String html) {
		String body = html.substring(html.indexOf("<body"));
		return HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " "));
	}

	@FunctionalInterface
	interface Attack {

		void on(Letter letter) throws Exception;

	}

}
