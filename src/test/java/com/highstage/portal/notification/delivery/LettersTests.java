package com.highstage.portal.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.Html;
import com.highstage.portal.site.Language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LettersTests {

	private final Letters letters = TestLetters.letters();

	@Test
	void saysWhoAsksWhyAndUntilWhen() {
		RenderedMail mail = this.letters.write(TestMessages.colleague("Adele Vance", "Thanks for your help").letter());
		assertThat(mail.subject()).isEqualTo("Adele Vance asks you to allow the mailbox setup at Contoso");
		assertThat(mail.text())
			.contains("Adele Vance at Contoso is connecting", "> Thanks for your help",
					"https://portal.example/link/" + TestMessages.TOKEN, "9 December 2026, 10:00 UTC",
					"because Adele Vance entered your address")
			.doesNotContain("\n\n\n", "<", "&", "??");
		assertThat(mail.html()).contains("href=\"https://portal.example/link/" + TestMessages.TOKEN + "\"",
				"9 December 2026, 10:00 UTC", "because Adele Vance entered your address", "Thanks for your help");
	}

	@Test
	void nobodyWritesWhereNobodyWroteAnything() {
		RenderedMail mail = this.letters.write(TestMessages.colleague().letter());
		assertThat(mail.text()).doesNotContain("writes:", ">");
		assertThat(mail.html()).doesNotContain("writes:", "class=\"said\"");
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyMailHasItsWordsInEveryLanguage(Language language) {
		for (TestMessages.Kind kind : TestMessages.Kind.values()) {
			everyWord(TestMessages.colleague(language, Map.of("kind", kind)).letter());
		}
		Map<String, Object> values = TestMessages.colleague(language, Map.of()).letter().values();
		everyWord(new Letter("contact", language, values));
		everyWord(TestMessages.invitation(language, 2).letter());
		everyWord(new Letter("link-wanted", language, Map.of("customer", "Contoso", "reference", "K-17", "made",
				Instant.EPOCH, "ended", Instant.EPOCH, "link", URI.create("https://portal.example/operator"))));
	}

	@Test
	void whereNothingIsLeftNobodyIsSentToSeeWhatIsLeft() {
		assertThat(ended(List.of("application"))).contains("See what is left", "https://portal.example/removal");
		assertThat(ended(List.of())).contains("Nothing was made in your Microsoft organisation")
			.doesNotContain("See what is left", "https://portal.example/removal", "\n\n\n\n");
	}

	private String ended(List<String> left) {
		RenderedMail mail = this.letters.write(
				new Letter("ended", Language.ENGLISH, Map.of("endedBy", "Olga", "vendor", "Highstage", "organisation",
						"Contoso", "reason", "", "left", left, "link", URI.create("https://portal.example/removal"))));
		return mail.text() + mail.html();
	}

	@Test
	void whoMadeASecretByHandIsToldToMakeAnother() {
		assertThat(renewal("PRESS")).contains("presses one button").doesNotContain("by hand", "??");
		assertThat(renewal("PASTE")).contains("makes another one in the Entra admin center", "pastes it")
			.doesNotContain("presses one button", "??");
	}

	private String renewal(String way) {
		RenderedMail mail = this.letters.write(new Letter("renewal", Language.ENGLISH,
				Map.of("stage", "SOON", "organisation", "Contoso", "ends", Instant.EPOCH, "days", 7, "way", way, "link",
						URI.create("https://portal.example/sign-in?organisation=x&then=/onboarding/renewal"))));
		assertThat(mail.text()).contains("https://portal.example/sign-in?organisation=x&then=/onboarding/renewal");
		assertThat(mail.html()).contains("organisation=x&amp;then=/onboarding/renewal");
		return mail.text() + mail.html();
	}

	@ParameterizedTest
	@CsvSource({ "0, Highstage suggests IMAP; you", "1, suggests IMAP and one mailbox; you",
			"12, suggests IMAP and 12 mailboxes; you" })
	void anInvitationSaysWhoInvitesWhyAndWhatHappens(int mailboxes, String suggestion) {
		RenderedMail mail = this.letters.write(TestMessages.invitation(Language.ENGLISH, mailboxes).letter());
		assertThat(mail.subject()).isEqualTo("Please connect the mailboxes of Contoso to Highstage");
		assertThat(mail.text())
			.contains("Olga Operator at Highstage invites you", "> See you on Tuesday", suggestion, "about ten clicks",
					"Application Administrator", "https://portal.example/link/" + TestMessages.TOKEN,
					"9 December 2026, 10:00 UTC", "because Olga Operator at Highstage named",
					"If you did not expect it", "Answers go to help@highstage.example")
			.doesNotContain("\n\n\n", "<", "&", "??");
	}

	private void everyWord(Letter letter) {
		RenderedMail mail = this.letters.write(letter);
		assertThat(mail.subject() + mail.text() + mail.html()).as(letter.toString()).doesNotContain("??", "${", "{0}");
		assertThat(mail.html()).contains("<html lang=\"" + letter.language().tag() + "\"");
		assertThat(Html.errors(mail.html())).as(letter.toString()).isEmpty();
	}

	@Test
	void aHostileNameStaysOneHarmlessLine() {
		String hostile = "Eve\r\nBcc: all@contoso.example\r\n\r\n<a href=\"https://evil.example/\">\u202egnp.exe [(${1})] {0}";
		RenderedMail mail = this.letters.write(TestMessages.colleague(hostile, hostile).letter());
		assertThat(mail.subject()).startsWith("Eve Bcc: all@contoso. example <a href=")
			.endsWith("\u2026 asks you to allow the mailbox setup at Contoso");
		assertThat(mail.text()).doesNotContain("\nBcc", "\u202e", "https://evil");
		assertThat(mail.html()).doesNotContain("<a href=\"https://evil", "https://evil", "\u202e")
			.contains("&lt;a href=&quot;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/link/x", "http://portal.example/link/x",
			"https://portal.example.evil.example/", "https://portal.example@evil.example/",
			"https://portal.example:444/" })
	void aLinkLeadsToThePortalOnly(String elsewhere) {
		Message message = TestMessages.colleague(Language.ENGLISH, Map.of("link", URI.create(elsewhere)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.letters.write(message.letter()));
	}

	@Test
	void aLinkDoesNotHideInAList() {
		Message message = TestMessages.colleague(Language.ENGLISH,
				Map.of("mailboxes", List.of("a@contoso.example", URI.create("https://evil.example/"))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.letters.write(message.letter()));
	}

	@Test
	void nothingOfAMailIsPrinted() {
		Message message = TestMessages.colleague();
		assertThat(message.toString() + this.letters.write(message.letter())).doesNotContain(TestMessages.TOKEN,
				"Adele");
	}

}
