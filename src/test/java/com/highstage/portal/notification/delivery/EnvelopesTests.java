package com.highstage.portal.notification.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;

import com.highstage.portal.notification.Message;
import com.highstage.portal.notification.RenderedMail;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopesTests {

	private static final UUID ID = UUID.fromString("0f5e2a34-0000-4000-8000-000000000001");

	private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

	@Test
	void saysWhoItIsFromAndThatNobodyTypedIt() throws Exception {
		MimeMessage mail = parsed(raw(TestMessages.colleague()));
		assertThat(mail.getFrom()).extracting(Object::toString)
			.containsExactly("=?UTF-8?Q?Highstage_Port=C3=A5l?= <portal@highstage.example>");
		assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("help@highstage.example");
		assertThat(mail.getRecipients(RecipientType.TO)).extracting(Object::toString)
			.containsExactly("colleague@contoso.example");
		assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@portal.example>");
		assertThat(mail.getSentDate()).isEqualTo(NOW);
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("Content-Language")).containsExactly("en");
	}

	@Test
	void hasThePlainTextBeforeTheSameAsAPage() throws Exception {
		MimeMessage mail = parsed(raw(TestMessages.colleague("Søren 🚀", "")));
		MimeMultipart parts = (MimeMultipart) mail.getContent();
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat((String) parts.getBodyPart(0).getContent()).contains("Søren 🚀 at Contoso");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
		assertThat((String) parts.getBodyPart(1).getContent()).contains("Søren 🚀 at Contoso");
		assertThat(mail.getSubject()).startsWith("Søren 🚀 asks you");
	}

	@Test
	void isPlainAsciiInLinesThatEveryServerTakes() {
		String raw = raw(TestMessages.colleague("Søren 🚀".repeat(20), "é".repeat(250)));
		assertThat(raw).matches("[\\r\\n\\t\\x20-\\x7e]+");
		assertThat(raw.split("\r\n")).allMatch((line) -> line.length() <= 998 && !line.contains("\n"));
	}

	@Test
	void aHostileNameAddsNoHeaderAndNoRecipient() throws Exception {
		String hostile = "Eve\r\nBcc: all@contoso.example\r\nSubject: Free\r\n\r\nBody\u0000\u202e\u2028X";
		String usual = raw(TestMessages.colleague());
		String raw = raw(TestMessages.colleague(hostile, hostile));
		assertThat(headers(raw)).isEqualTo(headers(usual));
		MimeMessage mail = parsed(raw);
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u202e")
			.startsWith("Eve Bcc: all@contoso. example Subject: Free Body X asks you");
	}

	private static List<String> headers(String raw) throws Exception {
		return Collections.list(parsed(raw).getAllHeaders()).stream().map(Header::getName).toList();
	}

	private static String raw(Message message) {
		RenderedMail written = TestLetters.letters().write(message.letter());
		return PostOffice.envelopes().pack(ID, message, written, NOW).expose((raw) -> raw);
	}

	private static MimeMessage parsed(String raw) throws Exception {
		byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
		return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
	}

}
