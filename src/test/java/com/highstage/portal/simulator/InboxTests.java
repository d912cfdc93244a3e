package com.highstage.portal.simulator;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.inbox.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The mails that the portal sends.
 */
class InboxTests {

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final Browser browser = new Browser(this.microsoft365);

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private void send(String subject, String text, String html, String... recipients) throws MessagingException {
		Properties properties = new Properties();
		properties.put("mail.smtp.host", "localhost");
		properties.put("mail.smtp.port", this.microsoft365.mailSinkPort());
		MimeMessage message = new MimeMessage(Session.getInstance(properties));
		message.setFrom("Highstage <portal@highstage.example>");
		message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(String.join(",", recipients)));
		message.setSubject(subject, StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(Instant.parse("2026-11-25T10:00:00Z")));
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(text, StandardCharsets.UTF_8.name());
		MimeBodyPart rich = new MimeBodyPart();
		rich.setText(html, StandardCharsets.UTF_8.name(), "html");
		message.setContent(new MimeMultipart("alternative", plain, rich));
		Transport.send(message);
	}

	@Test
	void mailsAreListedNewestLast() throws MessagingException {
		send("Første", "Hej", "<p>Hej</p>", "exchange-admin@fabrikam.example");
		send("Zweite", "Grüße", "<p>Grüße</p>", "a@contoso.example", "b@contoso.example");
		JsonNode mails = Browser.json(this.browser.get("/control/mails"));
		assertThat(mails).extracting((mail) -> mail.path("subject").asString()).containsExactly("Første", "Zweite");
		JsonNode first = mails.path(0);
		assertThat(first.path("from").asString()).isEqualTo("Highstage <portal@highstage.example>");
		assertThat(first.path("to").path(0).asString()).isEqualTo("exchange-admin@fabrikam.example");
		assertThat(first.path("date").asString()).isEqualTo("2026-11-25T10:00:00Z");
		assertThat(first.path("messageId").asString()).matches("<.+@.+>");
		assertThat(first.path("text").asString()).isEqualTo("Hej");
		assertThat(first.path("html").asString()).isEqualTo("<p>Hej</p>");
		assertThat(first.path("headers").path("MIME-Version").asString()).isEqualTo("1.0");
		ReceivedMail second = this.microsoft365.mails().getLast();
		assertThat(second.text()).isEqualTo("Grüße");
		assertThat(second.to()).containsExactlyInAnyOrder("a@contoso.example", "b@contoso.example");
	}

	@Test
	void peopleFindAMailByItsRecipientAndFollowItsLinks() throws MessagingException {
		send("Please allow it", "Open http://localhost:8080/i/abc?x=1&y=2.\nThank you", "<p>Hello</p>",
				"admin@contoso.example");
		send("Another", "-", "-", "other@contoso.example");
		assertThat(this.browser.get("/").body()).contains("Please allow it", "/inbox/1", "/inbox/2");
		assertThat(this.browser.get("/inbox").body()).contains("/inbox/1", "/inbox/2");
		assertThat(this.browser.get("/inbox?to=Admin@contoso.example").body()).contains("/inbox/1", "selected")
			.doesNotContain("/inbox/2");
		assertThat(this.browser.get("/inbox/1").body()).contains("Please allow it",
				"<a href=\"http://localhost:8080/i/abc?x=1&amp;y=2\">http://localhost:8080/i/abc?x=1&amp;y=2</a>.",
				"sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/inbox/1/html\"");
	}

	@Test
	void theHtmlIsShutIn() throws MessagingException {
		send("<b>Bold</b>", "<script>alert(1)</script>",
				"<html><head><title>x</title></head><body><script>alert(2)</script><a href=\"https://portal.example\">Go</a>",
				"admin@contoso.example");
		assertThat(this.browser.get("/inbox/1").body()).contains("&lt;b&gt;Bold", "&lt;script&gt;alert(1)")
			.doesNotContain("<b>Bold", "<script", "alert(2)");
		HttpResponse<String> html = this.browser.get("/inbox/1/html");
		assertThat(html.body()).contains("<head><base target=\"_blank\"><title>", "https://portal.example");
		assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'")
			.doesNotContain("allow-scripts", "allow-same-origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbox/1", "/inbox/0", "/inbox/x", "/inbox/1/html", "/inbox/99999999999" })
	void whereThereIsNoMailThereIsNoPage(String path) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "451, 451", "550, 550", "552 5.2.2 Mailbox full, 552" })
	void mailIsRefusedAsTheSettingSays(String setting, int code) throws MessagingException {
		this.microsoft365.settings(Map.of("mailRefusal", setting));
		assertThat(refusal(() -> send("x", "x", "x", "admin@contoso.example"))).isEqualTo(code);
		assertThat(this.microsoft365.mails()).isEmpty();
		this.microsoft365.settings(Map.of("mailRefusal", ""));
		send("x", "x", "x", "admin@contoso.example");
		assertThat(this.microsoft365.mails()).hasSize(1);
	}

	private static int refusal(ThrowingCallable sending) {
		SendFailedException failed = catchThrowableOfType(SendFailedException.class, sending);
		return ((SMTPAddressFailedException) failed.getNextException()).getReturnCode();
	}

	@Test
	void thePageForPeopleSetsTheRefusal() {
		this.browser.post("/control/settings", Map.of("mailRefusal", "451"));
		assertThat(Browser.json(this.browser.get("/control/settings")).path("mailRefusal").asString()).isEqualTo("451");
		assertThat(this.browser.get("/").body()).contains("<option value=\"451\" selected=\"selected\">");
		this.browser.post("/control/settings", Map.of("mailRefusal", "none"));
		assertThat(Browser.json(this.browser.get("/control/settings")).path("mailRefusal").asString()).isEmpty();
		assertThat(this.browser.post("/control/settings", Map.of("mailRefusal", "perhaps")).statusCode())
			.isEqualTo(400);
	}

	@Test
	void aResetEmptiesTheInbox() throws MessagingException {
		send("x", "x", "x", "admin@contoso.example");
		this.microsoft365.reset();
		assertThat(this.microsoft365.mails()).isEqualTo(List.of());
	}

}
