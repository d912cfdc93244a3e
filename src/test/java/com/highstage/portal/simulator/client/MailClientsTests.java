package com.highstage.portal.simulator.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.MailApplication;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.simulator.exchange.Protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Mail clients that nobody here wrote meet the simulator's mail servers.
 */
class MailClientsTests {

	private static final String BOX = "orders@contoso.example";

	private static final String CLOSED = "info@contoso.example";

	private final Microsoft365Simulator microsoft365 = Microsoft365Simulator.start(0);

	private final AngusMail angus = new AngusMail(this.microsoft365);

	@TempDir
	private Path directory;

	private String token = "";

	@BeforeEach
	void grant() {
		this.microsoft365.settings(Map.of("replicationMillis", 0, "propagationMillis", 0));
		MailApplication application = MailApplication.in(this.microsoft365, Protocol.values());
		application.register(application.principalId());
		application.open(BOX);
		this.token = application.token();
	}

	@AfterEach
	void stop() {
		this.microsoft365.close();
	}

	private List<Journal.Entry> mailCalls() {
		return this.microsoft365.journal()
			.stream()
			.filter((entry) -> entry.call().matches("(IMAP|POP|SMTP) .*"))
			.toList();
	}

	@Test
	void angusMailReadsAndSendsWhereItMay() throws MessagingException {
		assertThat(this.angus.look("imaps", BOX, this.token)).isEqualTo(3);
		assertThat(this.angus.look("pop3s", BOX, this.token)).isEqualTo(3);
		this.angus.logInToSend(BOX, this.token);
		assertThat(mailCalls()).extracting(Journal.Entry::call)
			.containsExactly("IMAP AUTHENTICATE", "IMAP EXAMINE", "POP AUTH", "POP STAT", "SMTP AUTH");
		assertThat(mailCalls()).extracting(Journal.Entry::url)
			.contains("imaps://outlook.office365.com:993", "pop3s://outlook.office365.com:995",
					"smtp://smtp.office365.com:587");
		assertThat(mailCalls()).allMatch((entry) -> entry.status() == 200 && !entry.effect())
			.allMatch((entry) -> entry.caller().equals(BOX));
	}

	@Test
	void aMailboxThatWasNotGrantedIsNotConnected() {
		assertThatExceptionOfType(MessagingException.class)
			.isThrownBy(() -> this.angus.look("imaps", CLOSED, this.token))
			.withMessageContaining("User is authenticated but not connected");
		assertThatExceptionOfType(AuthenticationFailedException.class)
			.isThrownBy(() -> this.angus.look("pop3s", CLOSED, this.token))
			.withMessageContaining("unknown user name or bad password");
		assertThatExceptionOfType(AuthenticationFailedException.class)
			.isThrownBy(() -> this.angus.logInToSend(CLOSED, this.token))
			.withMessageContaining("535 5.7.3");
		assertThat(mailCalls()).extracting(Journal.Entry::status).containsExactly(200, 401, 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "imaps", "pop3s" })
	void anInventedTokenIsRefused(String protocol) {
		assertThatExceptionOfType(AuthenticationFailedException.class)
			.isThrownBy(() -> this.angus.look(protocol, BOX, "invented"));
	}

	@Test
	void theTokenIsWrittenDownAsItsHash() throws MessagingException {
		this.angus.look("imaps", BOX, this.token);
		this.angus.look("pop3s", BOX, this.token);
		String journal = new Browser(this.microsoft365).get("/control/journal").body();
		assertThat(journal).doesNotContain(this.token);
		assertThat(mailCalls().getFirst().request().path("token").asString()).isEqualTo(Browser.sha256(this.token));
	}

	@Test
	void smtpThatIsSwitchedOffSaysSo() {
		this.microsoft365.powershell("contoso.example", "Set-CASMailbox",
				Map.of("Identity", BOX, "SmtpClientAuthenticationDisabled", true));
		assertThatExceptionOfType(AuthenticationFailedException.class)
			.isThrownBy(() -> this.angus.logInToSend(BOX, this.token))
			.withMessageContaining("535 5.7.139")
			.withMessageContaining("SmtpClientAuthentication is disabled");
	}

	@Test
	void popInOneLineIsAProtocolError() {
		this.angus.with("mail.pop3s.auth.xoauth2.two.line.authentication.format", "false");
		assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> this.angus.look("pop3s", BOX, this.token))
			.withMessageContaining("Protocol error. Connection is closed. 10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "503", "reset", "garbage", "empty", "timeout" })
	void anOutageIsOverAfterwards(String kind) throws MessagingException {
		this.microsoft365.settings(Map.of("timeoutMillis", 500));
		this.microsoft365.fault(Fault.before("IMAP AUTHENTICATE", kind));
		this.microsoft365.fault(Fault.before("POP AUTH", kind));
		for (String protocol : List.of("imaps", "pop3s")) {
			assertThatExceptionOfType(MessagingException.class)
				.isThrownBy(() -> this.angus.look(protocol, BOX, this.token));
			assertThat(mailCalls().getLast().fault()).isEqualTo(kind);
			assertThat(this.angus.look(protocol, BOX, this.token)).isEqualTo(3);
		}
	}

	@Test
	void latencyIsWaitedForOncePerLogin() throws MessagingException {
		this.angus.look("imaps", BOX, this.token);
		this.microsoft365.settings(Map.of("latencyMillis", 5000));
		long start = System.nanoTime();
		this.angus.look("imaps", BOX, this.token);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(5000),
				Duration.ofMillis(9999));
	}

	@Test
	void whatWouldChangeAMailboxHasAnEffectInTheJournal() throws IOException {
		assertThat(curl("imaps://localhost:" + this.microsoft365.imapPort() + "/INBOX", "-X", "STORE 1 +FLAGS \\Seen")
			.status()).isNotZero();
		assertThat(mailCalls().getLast()).matches((entry) -> entry.call().equals("IMAP STORE") && entry.effect());
	}

	@Test
	void curlLogsInToo() throws IOException {
		String imap = "imaps://localhost:" + this.microsoft365.imapPort() + "/";
		assertThat(curl(imap, "-X", "EXAMINE INBOX").output()).contains("* 3 EXISTS");
		assertThat(curl(imap, "--sasl-ir", "-X", "NAMESPACE").output()).contains("* NAMESPACE");
		String pop = "pop3s://localhost:" + this.microsoft365.popPort() + "/";
		assertThat(curl(pop).output()).contains("3 ");
		assertThat(curl(pop + "3").output()).contains("30 days.\r\n.\r\nNestor");
		Path mail = Files.writeString(this.directory.resolve("mail.txt"), "Subject: Test\n\nHello\n");
		assertThat(curl("smtp://localhost:" + this.microsoft365.smtpPort(), "--ssl-reqd", "--mail-from", BOX,
				"--mail-rcpt", "somebody@customer.example", "-T", mail.toString()))
			.returns(0, Programs.Outcome::status);
		assertThat(mailCalls().getLast()).matches((entry) -> entry.call().equals("SMTP DATA") && entry.effect());
	}

	private Programs.Outcome curl(String... arguments) throws IOException {
		Programs.require("curl", "curl");
		List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "120", "--cacert",
				this.microsoft365.certificateIn(this.directory).toString(), "--user", BOX + ":", "--login-options",
				"AUTH=XOAUTH2", "--oauth2-bearer", this.token));
		command.addAll(List.of(arguments));
		return Programs.run(this.directory, Map.of(), command.toArray(String[]::new));
	}

	@Test
	void imapFlowReadsWhereItMay() throws IOException {
		Programs.Outcome outcome = NodePackages.test("mail.test.mjs",
				Map.of("IMAP_PORT", String.valueOf(this.microsoft365.imapPort()), "MAILBOX", BOX, "OTHER_MAILBOX",
						CLOSED, "TOKEN", this.token, "NODE_EXTRA_CA_CERTS",
						this.microsoft365.certificateIn(this.directory).toString()));
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(JsonMapper.shared().valueToTree(mailCalls()).toString()).doesNotContain("\"effect\":true");
	}

}
