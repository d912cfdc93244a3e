package com.highstage.portal.simulator.mail;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.simulator.http.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpServerTests {

	private static final Certificate CERTIFICATE = Certificate.selfSigned("mail", "localhost");

	private static final String USER = "support@contoso.example";

	private final RecordingDesk desk = new RecordingDesk(Duration.ofMinutes(1));

	private final LoopbackPort port = new MailPorts(CERTIFICATE, this.desk).smtp(0);

	@AfterEach
	void stop() {
		this.port.close();
	}

	private MailClient client() throws Exception {
		MailClient client = new MailClient(this.port.number(), CERTIFICATE.certificate());
		assertThat(client.hear()).startsWith("220 ").contains("Microsoft ESMTP MAIL Service ready");
		return client;
	}

	private MailClient secure() throws Exception {
		MailClient client = client();
		client.askUntil("EHLO portal.example", "250 ");
		assertThat(client.ask("STARTTLS")).isEqualTo("220 2.0.0 SMTP server ready");
		client.secure();
		assertThat(client.askUntil("EHLO portal.example", "250 ")).contains("250-AUTH LOGIN XOAUTH2")
			.doesNotContain("250-STARTTLS");
		return client;
	}

	private static String logIn(MailClient client, String token) throws Exception {
		return client.ask("AUTH XOAUTH2 " + MailClient.xoauth2(USER, token));
	}

	@Test
	void nothingGoesBeforeTls() throws Exception {
		try (MailClient client = client()) {
			List<String> extensions = client.askUntil("EHLO portal.example", "250 ");
			assertThat(extensions).contains("250-STARTTLS").noneMatch((line) -> line.contains("AUTH"));
			assertThat(logIn(client, "good")).startsWith("530 5.7.0");
			assertThat(client.ask("MAIL FROM:<" + USER + ">")).startsWith("451 5.7.3 STARTTLS is required");
		}
		assertThat(this.desk.notes).isEmpty();
	}

	@Test
	void whatIsSaidBeforeTlsIsForgottenWithIt() throws Exception {
		try (MailClient client = client()) {
			client.askUntil("EHLO portal.example", "250 ");
			assertThat(client.ask("STARTTLS\r\nEHLO injected\r\nNOOP")).startsWith("220");
			client.secure();
			assertThat(logIn(client, "good")).startsWith("503 5.5.1");
		}
	}

	@Test
	void theTokenMayComeAtOnceOrAfterTheChallenge() throws Exception {
		try (MailClient client = secure()) {
			assertThat(logIn(client, "good")).isEqualTo("235 2.7.0 Authentication successful");
		}
		try (MailClient client = secure()) {
			assertThat(client.ask("AUTH XOAUTH2")).isEqualTo("334 ");
			assertThat(client.ask(MailClient.xoauth2(USER, "good"))).isEqualTo("235 2.7.0 Authentication successful");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "bad|535 5.7.3 Authentication unsuccessful", "closed|535 5.7.3 Authentication unsuccessful",
					"off|535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
					"UNAVAILABLE|421 4.3.2", "EMPTY|(end)", "SILENCE|(end)", "GARBAGE|<!DOCTYPE html>" })
	void whatExchangeThinksIsInTheReply(String token, String reply) throws Exception {
		try (MailClient client = secure()) {
			assertThat(logIn(client, token)).startsWith(reply);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "???", "dXNlcj14", "" })
	void whatIsNoTokenIsUnsuccessful(String response) throws Exception {
		try (MailClient client = secure()) {
			client.ask("AUTH XOAUTH2");
			assertThat(client.ask(response)).startsWith("535 5.7.3");
		}
		assertThat(this.desk.notes).containsExactly("SMTP refused  Malformed XOAUTH2");
	}

	@Test
	void passwordsAreRefused() throws Exception {
		try (MailClient client = secure()) {
			assertThat(client.ask("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
			assertThat(client.ask("dXNlcg==")).isEqualTo("334 UGFzc3dvcmQ6");
			assertThat(client.ask("c2VjcmV0")).contains("535 5.7.139", "basic authentication is disabled");
			assertThat(client.ask("AUTH NTLM")).startsWith("504 5.7.4");
			client.ask("AUTH XOAUTH2");
			assertThat(client.ask("*")).startsWith("501 5.7.0");
		}
	}

	@Test
	void aMailIsTakenAndNoted() throws Exception {
		try (MailClient client = secure()) {
			assertThat(client.ask("MAIL FROM:<" + USER + ">")).startsWith("530 5.7.57");
			logIn(client, "good");
			assertThat(client.ask("DATA")).startsWith("503");
			assertThat(client.ask("MAIL FROM:<" + USER + ">")).startsWith("250");
			assertThat(client.ask("RCPT TO:<somebody@customer.example>")).startsWith("250");
			assertThat(client.ask("DATA")).startsWith("354");
			assertThat(client.ask("Subject: x\r\n\r\n..\r\n.")).startsWith("250");
			assertThat(client.ask("RSET")).startsWith("250");
			assertThat(client.ask("QUIT")).startsWith("221");
			assertThat(client.hear()).isEqualTo("(end)");
		}
		assertThat(this.desk.notes).containsExactly("SMTP login " + USER, "SMTP DATA writes");
	}

	@Test
	void whatDoesNotFitIsRefused() throws Exception {
		try (MailClient client = secure()) {
			assertThat(client.ask("FLY")).startsWith("500 5.3.3");
			assertThat(client.ask("STARTTLS")).startsWith("503");
			logIn(client, "good");
			assertThat(logIn(client, "good")).startsWith("503");
			assertThat(client.ask("x".repeat(20_000))).startsWith("500 5.5.2");
			assertThat(client.hear()).isEqualTo("(end)");
		}
	}

}
