package com.highstage.portal.operator.invite;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.invitation.customer.Invitation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.operator.invite.CustomerReader.Read;
import com.highstage.portal.site.Language;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerReaderTests {

	private static final Usual USUAL = new Usual(Language.DANISH, 30);

	@Test
	void whatIsNotSaidIsAsUsual() {
		Read.Good good = good(typed("Contoso", "it@contoso.example"));
		Invitation invitation = good.invitation();
		assertThat(invitation.language()).isEqualTo(Language.DANISH);
		assertThat(invitation.validFor()).isEqualTo(Duration.ofDays(30));
		assertThat(invitation.permissions()).containsExactlyInAnyOrder(MailPermission.IMAP, MailPermission.POP);
		assertThat(good.domain()).isEmpty();
	}

	@Test
	void everyFieldIsRead() {
		Read.Good good = good(new TypedCustomer(" Contoso\u202E ", "K-1", "It@Contoso.Example", "Deutsch",
				"imap; POP3+smtp", "a@contoso.example, b@contoso.example", "Contoso.Example", "90", "See you"));
		Invitation invitation = good.invitation();
		assertThat(invitation.name().value()).isEqualTo("Contoso");
		assertThat(invitation.language()).isEqualTo(Language.GERMAN);
		assertThat(invitation.permissions()).containsExactlyInAnyOrder(MailPermission.values());
		assertThat(invitation.mailboxes()).hasSize(2);
		assertThat(good.domain()).isEqualTo("contoso.example");
		assertThat(invitation.validFor()).isEqualTo(Duration.ofDays(90));
	}

	@Test
	void everyProblemIsNamed() {
		assertThat(wrong(typed("\u200B", ""))).containsExactly(Verdict.NAME_MISSING, Verdict.ADDRESS_MISSING);
		assertThat(wrong(new TypedCustomer("C", "r".repeat(201), "x\r\nBcc: y@evil.example", "fr", "FTP", "nobody@",
				"no domain", "31", "https://evil.example")))
			.containsExactly(Verdict.REFERENCE_LONG, Verdict.ADDRESS_WRONG, Verdict.LANGUAGE_UNKNOWN,
					Verdict.DAYS_WRONG, Verdict.PROTOCOLS_WRONG, Verdict.MAILBOXES_WRONG, Verdict.DOMAIN_WRONG,
					Verdict.LINE_LINK);
		assertThat(wrong(new TypedCustomer("C", "", "a@a.example", "", "", "", "", "", "l".repeat(251))))
			.containsExactly(Verdict.LINE_LONG);
	}

	@ParameterizedTest
	@CsvSource({ "en,ENGLISH", "en-GB,ENGLISH", "Dansk,DANISH", "da_DK,DANISH", "Tysk,GERMAN", "de,GERMAN" })
	void languagesHaveManyNames(String name, Language language) {
		assertThat(good(new TypedCustomer("C", "", "a@a.example", name, "", "", "", "", "")).invitation().language())
			.isEqualTo(language);
	}

	private static TypedCustomer typed(String name, String address) {
		return new TypedCustomer(name, "", address, "", "", "", "", "", "");
	}

	private static Read.Good good(TypedCustomer typed) {
		assertThat(CustomerReader.read(typed, USUAL)).isInstanceOf(Read.Good.class);
		return (Read.Good) CustomerReader.read(typed, USUAL);
	}

	private static List<Verdict> wrong(TypedCustomer typed) {
		assertThat(CustomerReader.read(typed, USUAL)).isInstanceOf(Read.Wrong.class);
		return ((Read.Wrong) CustomerReader.read(typed, USUAL)).problems();
	}

}
