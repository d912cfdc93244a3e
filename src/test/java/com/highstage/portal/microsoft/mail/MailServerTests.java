package com.highstage.portal.microsoft.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.mail.MailLogin.NotOpened;
import com.highstage.portal.microsoft.mail.MailLogin.Opened;
import com.highstage.portal.microsoft.mail.MailLogin.Refused;

/**
 * What Exchange's mail servers would hardly say, but others may.
 */
class MailServerTests extends MailServerBench {

	@Test
	void theLoginIsXoauth2AndNothingElse() throws IOException {
		Assertions.assertThat(imap((server) -> {
			server.say("* OK hello");
			server.answer("OK done", "* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2");
			server.askAndAnswer("OK AUTHENTICATE completed.");
			server.answer("OK done", "* CAPABILITY IMAP4rev1");
			server.answer("OK [READ-ONLY] done", "* FLAGS ()", "* 0 EXISTS", "* 0 RECENT");
			server.wasteTime();
		})).isEqualTo(new Opened());
		String xoauth2 = "user=" + MAILBOX + "\u0001auth=Bearer " + TOKEN + "\u0001\u0001";
		Assertions.assertThat(heard().get(1)).endsWith("AUTHENTICATE XOAUTH2");
		Assertions.assertThat(heard().get(2))
			.isEqualTo(Base64.getEncoder().encodeToString(xoauth2.getBytes(StandardCharsets.US_ASCII)));
		Assertions.assertThat(heard().get(4)).endsWith("EXAMINE INBOX");
	}

	@Test
	void aServerWithoutXoauth2GetsNoToken() throws IOException {
		Assertions.assertThat(code(imap((server) -> {
			server.say("* OK hello");
			server.answer("OK done", "* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN");
			server.hear();
		}))).isEqualTo("UnreadableAnswer");
		Assertions.assertThat(heard()).hasSize(1);
		Assertions.assertThat(code(pop((server) -> {
			server.say("+OK hello");
			server.hear();
			server.say("+OK", "SASL PLAIN LOGIN", "USER", ".");
			while (!server.hear().isEmpty()) {
				server.say("+OK");
			}
		}))).isEqualTo("UnreadableAnswer");
		// nobody waits long for the answer to a goodbye
		Assertions.assertThat(heard()).contains("CAPA").isSubsetOf("CAPA", "QUIT");
		Assertions.assertThat(code(smtp((server) -> {
			encrypt(server);
			server.say("250-hello", "250 AUTH PLAIN LOGIN");
			server.hear();
		}))).isEqualTo("UnreadableAnswer");
		Assertions.assertThat(heard()).hasSizeLessThanOrEqualTo(4).noneMatch((line) -> line.startsWith("AUTH"));
	}

	@Test
	void aServerThatWantsNoLoginProvesNothing() throws IOException {
		Assertions.assertThat(code(imap((server) -> {
			server.say("* PREAUTH [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] come in");
			server.answer("OK [READ-ONLY] done", "* FLAGS ()", "* 0 EXISTS", "* 0 RECENT");
		}))).isEqualTo("UnreadableAnswer");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "NO [UNAVAILABLE] try later | MailServerBusy",
			"NO Server is busy. | MailServerBusy", "BAD Command Error. 12 | UnreadableAnswer" })
	void whatIsNoAnswerToTheLoginProvesNothing(String reply, String code) throws IOException {
		Assertions.assertThat(code(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hello");
			server.answer(reply);
		}))).isEqualTo(code);
	}

	@Test
	void aClosedMailboxIsToldWhereverItShows() throws IOException {
		Assertions.assertThat(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hello");
			server.answer("OK [CAPABILITY IMAP4rev1] AUTHENTICATE completed.");
			server.answer("BAD User is authenticated but not connected.");
		})).isEqualTo(new NotOpened("User is authenticated but not connected."));
		Assertions.assertThat(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hello");
			server.answer("OK AUTHENTICATE completed.");
			server.say("* BYE Connection closed. 14");
		})).isEqualTo(new NotOpened("Connection closed. 14"));
		Assertions.assertThat(pop((server) -> {
			logIn(server);
			server.say("+OK");
			server.hear();
			server.say("-ERR mailbox closed");
		})).isEqualTo(new NotOpened("mailbox closed"));
	}

	@ParameterizedTest
	@CsvSource({ "-ERR [SYS/TEMP] later", "-ERR [IN-USE] locked" })
	void popSaysThatItIsBusy(String reply) throws IOException {
		Assertions.assertThat(code(pop((server) -> {
			logIn(server);
			server.say(reply);
		}))).isEqualTo("MailServerBusy");
	}

	@Test
	void aPopServerThatRefusesAndFallsSilentHasRefused() throws IOException {
		Assertions.assertThat(pop((server) -> {
			logIn(server);
			server.say("-ERR Authentication failure");
			server.wasteTime();
		})).isEqualTo(new Refused("Authentication failure"));
	}

	@Test
	void aServerThatSendsUsAwayProvesNothing() throws IOException {
		Assertions.assertThat(code(imap((server) -> server.say("* BYE not now")))).isEqualTo("MailServerBusy");
		Assertions.assertThat(code(pop((server) -> server.say("-ERR not now")))).isEqualTo("MailServerBusy");
		Assertions.assertThat(code(smtp((server) -> server.say("421 4.3.2 not now")))).isEqualTo("MailServerBusy");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "535 5.7.3 Authentication unsuccessful | Refused",
			"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. | SwitchedOff",
			"454 4.7.0 Temporary authentication failure | NotAnswered", "421 4.3.2 closing | NotAnswered",
			"504 5.7.4 Unrecognized authentication type | Refused", "334 eyJzdGF0dXMiOiI0MDEifQ== | Refused",
			"235 2.7.0 ok | Opened" })
	void smtpSaysItByNumber(String reply, String outcome) throws IOException {
		MailLogin login = smtp((server) -> {
			encrypt(server);
			server.say("250-hello", "250 AUTH LOGIN XOAUTH2");
			server.hear();
			server.say(reply);
			server.hear();
			server.say("221 bye");
		});
		Assertions.assertThat(login.getClass().getSimpleName()).isEqualTo(outcome);
	}

	@Test
	void aTokenThatTheServerReadsBackIsNotRepeated() throws IOException {
		Assertions.assertThat(imap((server) -> {
			server.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] hello");
			server.answer("NO bad \u0007 token " + TOKEN + " " + "word ".repeat(100));
		}))
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> Assertions.assertThat(refused.reply())
						.startsWith("bad   token … word")
						.hasSizeLessThanOrEqualTo(200));
	}

	@Test
	void aTokenWithControlCharactersIsNotSent() {
		Assertions.assertThatThrownBy(() -> attempt(MailPermission.IMAP, new ServerAddress("localhost", 1), "a\u0001b"))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageNotContaining("a\u0001b");
	}

}
