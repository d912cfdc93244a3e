package com.highstage.portal.simulator.mail;

import java.net.SocketException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.simulator.http.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImapServerTests {

	private static final Certificate CERTIFICATE = Certificate.selfSigned("mail", "localhost");

	private static final String USER = "support@contoso.example";

	private final RecordingDesk desk = new RecordingDesk(Duration.ofMinutes(1));

	private final LoopbackPort port = new MailPorts(CERTIFICATE, this.desk).imap(0);

	@AfterEach
	void stop() {
		this.port.close();
	}

	private MailClient client() throws Exception {
		MailClient client = new MailClient(this.port.number(), CERTIFICATE.certificate()).secure();
		assertThat(client.hear()).startsWith("* OK The Microsoft Exchange IMAP4 service is ready.");
		return client;
	}

	private MailClient loggedIn(String token) throws Exception {
		MailClient client = client();
		assertThat(client.ask("a AUTHENTICATE XOAUTH2 " + MailClient.xoauth2(USER, token)))
			.isEqualTo("a OK AUTHENTICATE completed.");
		return client;
	}

	@Test
	void capabilitiesNameWhatExchangeOffers() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("a CAPABILITY"))
				.isEqualTo("* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT "
						+ "CHILDREN IDLE NAMESPACE LITERAL+");
			assertThat(client.hear()).isEqualTo("a OK CAPABILITY completed.");
		}
	}

	@Test
	void theTokenMayComeAtOnceOrAfterTheChallenge() throws Exception {
		loggedIn("good").close();
		try (MailClient client = client()) {
			assertThat(client.ask("a authenticate xoauth2")).isEqualTo("+ ");
			assertThat(client.ask(MailClient.xoauth2(USER, "good"))).isEqualTo("a OK AUTHENTICATE completed.");
		}
		assertThat(this.desk.notes).containsOnly("IMAP login " + USER);
	}

	@Test
	void theMailboxIsShownWithoutChange() throws Exception {
		try (MailClient client = loggedIn("good")) {
			assertThat(client.askUntil("b EXAMINE INBOX", "b "))
				.contains("* 3 EXISTS", "* OK [PERMANENTFLAGS ()] Permanent flags")
				.endsWith("b OK [READ-ONLY] EXAMINE completed.");
			assertThat(client.askUntil("c UID SEARCH UNSEEN", "c ")).containsExactly("* SEARCH 12 15",
					"c OK UID completed.");
			assertThat(client.askUntil("d FETCH 2:* (FLAGS UID BODY[HEADER.FIELDS (SUBJECT)])", "d ")).containsExactly(
					"* 2 FETCH (FLAGS () UID 12 BODY[HEADER.FIELDS (SUBJECT)] {29}", "Subject: Scanned document", "",
					")", "* 3 FETCH (FLAGS () UID 15 BODY[HEADER.FIELDS (SUBJECT)] {30}", "Subject: Invoice 2026-0815",
					"", ")", "d OK FETCH completed.");
			assertThat(client.askUntil("e LOGOUT", "e "))
				.containsExactly("* BYE Microsoft Exchange Server IMAP4 server signing off.", "e OK LOGOUT completed.");
			assertThat(client.hear()).isEqualTo("(end)");
		}
		assertThat(this.desk.notes).containsExactly("IMAP login " + USER, "IMAP EXAMINE reads", "IMAP SEARCH reads",
				"IMAP FETCH reads");
	}

	@Test
	void foldersAreListedByPattern() throws Exception {
		try (MailClient client = loggedIn("good")) {
			assertThat(client.askUntil("b LIST \"\" \"%e%\"", "b ")).containsExactly(
					"* LIST (\\HasNoChildren) \"/\" Archive",
					"* LIST (\\HasNoChildren \\Trash) \"/\" \"Deleted Items\"",
					"* LIST (\\HasNoChildren \\Junk) \"/\" \"Junk Email\"",
					"* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent Items\"", "b OK LIST completed.");
			assertThat(client.askUntil("c LSUB \"\" inbox", "c "))
				.contains("* LSUB (\\Marked \\HasNoChildren) \"/\" INBOX");
			assertThat(client.askUntil("d STATUS INBOX (MESSAGES UNSEEN)", "d "))
				.contains("* STATUS INBOX (MESSAGES 3 UNSEEN 2)");
			assertThat(client.ask("e EXAMINE Elsewhere")).isEqualTo("e NO EXAMINE failed.");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "STORE 1 +FLAGS (\\Deleted)|STORE", "UID STORE 11 +FLAGS (\\Seen)|UID STORE",
			"EXPUNGE|EXPUNGE", "COPY 1 Archive|COPY", "UID MOVE 11 Archive|UID MOVE", "CREATE New|CREATE" })
	void whatWouldChangeTheMailboxIsNoted(String command, String noted) throws Exception {
		try (MailClient client = loggedIn("good")) {
			client.askUntil("b SELECT INBOX", "b ");
			assertThat(client.ask("c " + command)).startsWith("c NO [CANNOT]");
		}
		assertThat(this.desk.notes).endsWith("IMAP " + noted + " writes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{5+}", "{5}" })
	void aMailMayComeAsALiteral(String literal) throws Exception {
		try (MailClient client = loggedIn("good")) {
			client.tell("b APPEND INBOX " + literal);
			if (literal.equals("{5}")) {
				assertThat(client.hear()).startsWith("+ ");
			}
			assertThat(client.ask("a\r\nb\"")).startsWith("b NO [CANNOT]");
			assertThat(client.ask("c NOOP")).isEqualTo("c OK NOOP completed.");
		}
		assertThat(this.desk.notes).endsWith("IMAP APPEND writes");
	}

	@ParameterizedTest
	@CsvSource({ "SELECT, BODY[], writes", "SELECT, BODY.PEEK[], reads", "EXAMINE, BODY[], reads" })
	void readingAMailMarksItUnlessOneOnlyPeeks(String open, String item, String noted) throws Exception {
		try (MailClient client = loggedIn("good")) {
			client.askUntil("b " + open + " INBOX", "b ");
			assertThat(client.askUntil("c FETCH 1 (" + item + ")", "c ")).contains("Subject: Order 4711");
		}
		assertThat(this.desk.notes).endsWith("IMAP FETCH " + noted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "EXAMINE INBOX", "LIST \"\" \"*\"", "NAMESPACE", "STATUS INBOX (MESSAGES)" })
	void anAcceptedLoginWithoutMailboxIsNotConnected(String command) throws Exception {
		try (MailClient client = loggedIn("closed")) {
			assertThat(client.askUntil("b CAPABILITY", "b ")).endsWith("b OK CAPABILITY completed.");
			assertThat(client.ask("c " + command)).isEqualTo("c BAD User is authenticated but not connected.");
			assertThat(client.hear()).isEqualTo("* BYE Connection closed. 14");
			assertThat(client.hear()).isEqualTo("(end)");
		}
	}

	@Test
	void refusalsDoNotSayWhyAndTheThirdEndsTheConnection() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("a AUTHENTICATE XOAUTH2 " + MailClient.xoauth2(USER, "bad")))
				.isEqualTo("a NO AUTHENTICATE failed.");
			assertThat(client.ask("b AUTHENTICATE XOAUTH2 ???")).isEqualTo("b NO AUTHENTICATE failed.");
			assertThat(client.ask("c AUTHENTICATE XOAUTH2 " + MailClient.base64("user=x\1\1")))
				.isEqualTo("c NO AUTHENTICATE failed.");
			assertThat(client.hear()).isEqualTo("* BYE Connection is closed. 14");
		}
		assertThat(this.desk.notes).containsExactly("IMAP login " + USER, "IMAP refused  Malformed XOAUTH2",
				"IMAP refused  Malformed XOAUTH2");
	}

	@ParameterizedTest
	@CsvSource({ "a LOGIN support@contoso.example secret, support@contoso.example",
			"a AUTHENTICATE PLAIN AHVzZXIAc2VjcmV0, ''" })
	void passwordsAreBlocked(String command, String name) throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask(command)).startsWith("a NO [AUTHENTICATIONFAILED]").contains("BasicAuthBlocked");
		}
		assertThat(this.desk.notes).containsExactly("IMAP refused " + name + " BasicAuthBlocked");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "a EXAMINE INBOX|a BAD Command received in Invalid state.", "a FLY|a BAD Command Error. 10",
					"a AUTHENTICATE NTLM|a BAD Command Argument Error. 11",
					"a AUTHENTICATE|a BAD Command Argument Error. 12", "nonsense|* BAD Command Error. 10" })
	void whatDoesNotFitIsBad(String command, String reply) throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask(command)).isEqualTo(reply);
		}
	}

	@Test
	void aFolderMustBeOpenBeforeItsMailsAreAskedFor() throws Exception {
		try (MailClient client = loggedIn("good")) {
			assertThat(client.ask("b FETCH 1 FLAGS")).isEqualTo("b BAD Command received in Invalid state.");
			assertThat(client.ask("c LOGIN a b")).isEqualTo("c BAD Command received in Invalid state.");
			client.askUntil("d EXAMINE INBOX", "d ");
			assertThat(client.ask("e FETCH 1 (COLOUR)")).isEqualTo("e BAD Command Argument Error. 11");
			assertThat(client.ask("f FETCH 1")).isEqualTo("f BAD Command Argument Error. 11");
		}
	}

	@Test
	void theClientMayThinkBetterOfIt() throws Exception {
		try (MailClient client = client()) {
			client.ask("a AUTHENTICATE XOAUTH2");
			assertThat(client.ask("*")).isEqualTo("a NO The AUTH protocol exchange was canceled by the client.");
		}
		assertThat(this.desk.notes).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "UNAVAILABLE, * BYE Server Unavailable. 15", "GARBAGE, <!DOCTYPE html>", "EMPTY, (end)",
			"SILENCE, (end)" })
	void anOutageIsSeenAtTheLogin(String how, String reply) throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("a AUTHENTICATE XOAUTH2 " + MailClient.xoauth2(USER, how))).startsWith(reply);
		}
	}

	@Test
	void aResetIsNoAnswer() throws Exception {
		try (MailClient client = client()) {
			assertThatExceptionOfType(SocketException.class)
				.isThrownBy(() -> client.ask("a AUTHENTICATE XOAUTH2 " + MailClient.xoauth2(USER, "RESET")));
		}
	}

	@Test
	void aLineWithoutEndIsNotListenedTo() throws Exception {
		try (MailClient client = client()) {
			assertThat(client.ask("a AUTHENTICATE XOAUTH2 " + "x".repeat(20_000)))
				.isEqualTo("* BYE Connection is closed. 12");
			assertThat(client.hear()).isEqualTo("(end)");
		}
	}

	@Test
	void aClientThatSaysNothingIsLeft() throws Exception {
		RecordingDesk impatient = new RecordingDesk(Duration.ofMillis(1));
		try (LoopbackPort quick = new MailPorts(CERTIFICATE, impatient).imap(0);
				MailClient client = new MailClient(quick.number(), CERTIFICATE.certificate()).secure()) {
			assertThat(client.hear()).startsWith("* OK The Microsoft Exchange IMAP4 service is ready.");
			assertThat(client.hear()).isEqualTo("* BYE Connection is closed. 13");
			assertThat(client.hear()).isEqualTo("(end)");
		}
	}

}
