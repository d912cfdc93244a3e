package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.exchange.Protocol;

/**
 * Submission of mails in Exchange's words.
 */
final class SmtpDialogue implements Dialogue {

	private static final String HOST = "SIMULATOR.outlook.office365.com";

	private static final String REFUSED = "535 5.7.3 Authentication unsuccessful [" + HOST + "]";

	private static final String BAD_SEQUENCE = "503 5.5.1 Bad sequence of commands";

	private final Lines lines;

	private final Desk desk;

	private final SSLSocketFactory tls;

	private boolean greeted;

	private @Nullable String user;

	private @Nullable String sender;

	private final List<String> recipients = new ArrayList<>();

	SmtpDialogue(Lines lines, Desk desk, SSLSocketFactory tls) {
		this.lines = lines;
		this.desk = desk;
		this.tls = tls;
	}

	@Override
	public void greet() throws IOException {
		this.lines.write("220 " + HOST + " Microsoft ESMTP MAIL Service ready");
	}

	@Override
	public String tooLong() {
		return "500 5.5.2 Command too long";
	}

	@Override
	public String tooQuiet() {
		return "451 4.7.0 Timeout waiting for client input [" + HOST + "]";
	}

	@Override
	public boolean hear(String line) throws IOException {
		String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
		String rest = line.substring(command.length()).trim();
		switch (command) {
			case "EHLO" -> extensions();
			case "HELO" -> {
				this.greeted = true;
				this.lines.write("250 " + HOST + " Hello [127.0.0.1]");
			}
			case "STARTTLS" -> startTls();
			case "AUTH" -> {
				return authenticate(rest);
			}
			case "MAIL", "RCPT", "DATA" -> send(command, rest);
			case "NOOP" -> this.lines.write("250 2.0.0 OK");
			case "VRFY" -> this.lines.write("252 2.1.5 Cannot VRFY user");
			case "RSET" -> {
				forget();
				this.lines.write("250 2.0.0 Resetting");
			}
			case "QUIT" -> {
				this.lines.write("221 2.0.0 Service closing transmission channel");
				return false;
			}
			default -> this.lines.write("500 5.3.3 Unrecognized command [" + HOST + "]");
		}
		return true;
	}

	private void forget() {
		this.sender = null;
		this.recipients.clear();
	}

	private void extensions() throws IOException {
		this.greeted = true;
		forget();
		this.lines.write("250-" + HOST + " Hello [127.0.0.1]", "250-SIZE 157286400", "250-PIPELINING", "250-DSN",
				"250-ENHANCEDSTATUSCODES", this.lines.isSecure() ? "250-AUTH LOGIN XOAUTH2" : "250-STARTTLS",
				"250-8BITMIME", "250 SMTPUTF8");
	}

	private void startTls() throws IOException {
		if (!this.greeted || this.lines.isSecure()) {
			this.lines.write(BAD_SEQUENCE);
			return;
		}
		this.lines.write("220 2.0.0 SMTP server ready");
		this.lines.secure(this.tls);
		this.greeted = false;
		forget();
	}

	private boolean authenticate(String rest) throws IOException {
		String[] words = rest.split(" ");
		if (!this.lines.isSecure()) {
			this.lines.write("530 5.7.0 Must issue a STARTTLS command first");
			return true;
		}
		if (!this.greeted || this.user != null || this.sender != null) {
			this.lines.write(BAD_SEQUENCE);
			return true;
		}
		if (words[0].equalsIgnoreCase("LOGIN")) {
			return password((words.length > 1) ? Optional.of(words[1]) : challenge("VXNlcm5hbWU6"));
		}
		if (!words[0].equalsIgnoreCase("XOAUTH2")) {
			this.lines.write("504 5.7.4 Unrecognized authentication type");
			return true;
		}
		Optional<String> response = (words.length > 1) ? Optional.of(words[1]) : challenge("");
		return response.isPresent() && token(response.get());
	}

	private Optional<String> challenge(String text) throws IOException {
		this.lines.write("334 " + text);
		return this.lines.read();
	}

	private boolean password(Optional<String> name) throws IOException {
		if (name.isEmpty() || challenge("UGFzc3dvcmQ6").isEmpty()) {
			return false;
		}
		this.desk.refused(Protocol.SMTP, "", "BasicAuthBlocked");
		this.lines.write("535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [" + HOST + "]");
		return true;
	}

	private boolean token(String response) throws IOException {
		if (response.equals("*")) {
			this.lines.write("501 5.7.0 Authentication canceled");
			return true;
		}
		Optional<Xoauth2> credentials = Xoauth2.parse(response);
		if (credentials.isEmpty()) {
			this.desk.refused(Protocol.SMTP, "", "Malformed XOAUTH2");
			this.lines.write(REFUSED);
			return true;
		}
		Outcome outcome = this.desk.logIn(Protocol.SMTP, credentials.get().user(), credentials.get().token());
		if (outcome instanceof Outcome.Broken broken) {
			this.lines.suffer(broken, "421 4.3.2 Service not available [" + HOST + "]");
			return false;
		}
		this.lines.write(switch (((Outcome.Decided) outcome).verdict()) {
			case AUTHENTICATED -> {
				this.user = credentials.get().user();
				yield "235 2.7.0 Authentication successful";
			}
			case SMTP_AUTH_DISABLED ->
				"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. "
						+ "Visit https://aka.ms/smtp_auth_disabled for more information. [" + HOST + "]";
			case NOT_CONNECTED, REFUSED -> REFUSED;
		});
		return true;
	}

	private void send(String command, String rest) throws IOException {
		if (!this.lines.isSecure()) {
			this.lines.write("451 5.7.3 STARTTLS is required to send mail [" + HOST + "]");
		}
		else if (this.user == null) {
			this.lines.write("530 5.7.57 Client not authenticated to send mail. [" + HOST + "]");
		}
		else if (command.equals("MAIL") && this.sender == null) {
			this.sender = rest;
			this.lines.write("250 2.1.0 Sender OK");
		}
		else if (command.equals("RCPT") && this.sender != null) {
			this.recipients.add(rest);
			this.lines.write("250 2.1.5 Recipient OK");
		}
		else if (command.equals("DATA") && !this.recipients.isEmpty()) {
			receive(this.user);
		}
		else {
			this.lines.write(BAD_SEQUENCE);
		}
	}

	private void receive(String from) throws IOException {
		this.lines.write("354 Start mail input; end with <CRLF>.<CRLF>");
		Optional<String> line = this.lines.read();
		while (line.isPresent() && !line.get().equals(".")) {
			line = this.lines.read();
		}
		if (line.isPresent()) {
			this.desk.used(Protocol.SMTP, from, "DATA", true);
			forget();
			this.lines.write("250 2.0.0 OK [Hostname=" + HOST + "]");
		}
	}

}
