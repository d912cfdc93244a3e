package com.highstage.portal.simulator.mail;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.simulator.http.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;

class PopServerTests {

	private static final Certificate CERTIFICATE = Certificate.selfSigned("mail", "localhost");

	private static final String USER = "support@contoso.example";

	private static final String REFUSED = "-ERR Authentication failure: unknown user name or bad password.";

	private final RecordingDesk desk = new RecordingDesk(Duration.ofMinutes(1));

	private final LoopbackPort port = new MailPorts(CERTIFICATE, this.desk).pop(0);

	@AfterEach
	void stop() {
		this.port.close();
	}

	private MailClient client() throws Exception {
		MailClient client = new MailClient(this.port.number(), CERTIFICATE.certificate()).secure();
		assertThat(client.hear()).startsWith("+OK The Microsoft Exchange POP3 service is ready.");
		return client;
	}

	private static String logIn(MailClient client, String token) throws Exception {
		assertThat(client.ask("AUTH XOAUTH2")).isEqualTo("+ ");
		return client.ask(MailClient.xoauth2(USER, token));
	}

	@Test
	void aLoginTakesTwoLines() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.askUntil("CAPA", ".")).containsExactly("+OK", "TOP", "UIDL", "SASL XOAUTH2", ".");
			assertThat(logIn(client, "good")).isEqualTo("+OK User successfully authenticated.");
			assertThat(client.ask("STAT")).matches("\\+OK 3 \\d+");
			assertThat(client.askUntil("UIDL", ".")).contains("1 11", "2 12", "3 15");
			assertThat(client.ask("LIST 1")).matches("\\+OK 1 \\d+");
			assertThat(client.askUntil("RETR 3", ".")).contains("Subject: Invoice 2026-0815", "..", "Nestor");
			assertThat(client.ask("NOOP")).isEqualTo("+OK");
			assertThat(client.ask("QUIT")).isEqualTo("+OK Microsoft Exchange Server POP3 server signing off.");
			assertThat(client.hear()).isEqualTo("(end)");
		}
		assertThat(this.desk.notes).containsExactly("POP login " + USER, "POP STAT reads", "POP UIDL reads",
				"POP LIST reads", "POP RETR reads");
	}

	@Test
	void aLoginInOneLineEndsTheConnection() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("AUTH XOAUTH2 " + MailClient.xoauth2(USER, "good")))
				.isEqualTo("-ERR Protocol error. Connection is closed. 10");
			assertThat(client.hear()).isEqualTo("(end)");
		}
		assertThat(this.desk.notes).containsExactly("POP refused  XOAUTH2 in one line");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bad", "closed", "off" })
	void noRefusalSaysWhy(String token) throws Exception {
		try (MailClient client = client()) {
			assertThat(logIn(client, token)).isEqualTo(REFUSED);
			assertThat(client.ask("STAT")).isEqualTo("-ERR Command is not valid in this state.");
		}
	}

	@Test
	void whatIsNoTokenIsRefusedAndTheThirdRefusalEndsTheConnection() throws Exception {
		try (MailClient client = client()) {
			client.ask("AUTH XOAUTH2");
			assertThat(client.ask("???")).isEqualTo(REFUSED);
			client.ask("AUTH XOAUTH2");
			assertThat(client.ask(MailClient.base64("auth=Bearer x\1\1"))).isEqualTo(REFUSED);
			assertThat(logIn(client, "bad")).isEqualTo(REFUSED);
			assertThat(client.hear()).isEqualTo("(end)");
		}
	}

	@Test
	void passwordsAreRefused() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("USER " + USER)).isEqualTo("+OK");
			assertThat(client.ask("PASS secret")).isEqualTo(REFUSED);
		}
		assertThat(this.desk.notes).containsExactly("POP refused " + USER + " BasicAuthBlocked");
	}

	@Test
	void deletingIsNoted() throws Exception {
		try (MailClient client = client()) {
			logIn(client, "good");
			assertThat(client.ask("DELE 1")).startsWith("-ERR");
			assertThat(client.ask("RSET")).isEqualTo("+OK");
		}
		assertThat(this.desk.notes).endsWith("POP DELE writes");
	}

	@ParameterizedTest
	@CsvSource({ "FLY, -ERR Protocol error. 14", "AUTH PLAIN, -ERR Protocol error. 14", "AUTH, -ERR Protocol error. 14",
			"RETR 1, -ERR Command is not valid in this state." })
	void whatDoesNotFitIsAnError(String command, String reply) throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask(command)).isEqualTo(reply);
		}
	}

	@ParameterizedTest
	@CsvSource({ "UNAVAILABLE, -ERR [SYS/TEMP]", "GARBAGE, <!DOCTYPE html>", "EMPTY, (end)", "SILENCE, (end)" })
	void anOutageIsSeenAtTheLogin(String how, String reply) throws Exception {
		try (MailClient client = client()) {
			assertThat(logIn(client, how)).startsWith(reply);
		}
	}

	@Test
	void aLineWithoutEndEndsTheConnection() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("x".repeat(20_000))).isEqualTo("-ERR Protocol error. Connection is closed. 10");
		}
	}

}
