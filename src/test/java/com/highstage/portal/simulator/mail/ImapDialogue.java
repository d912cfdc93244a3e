package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;

/**
 * IMAP until somebody is logged in, in Exchange's words.
 */
final class ImapDialogue implements Dialogue {

	private static final int TRIES = 3;

	private static final String CLOSED = "* BYE Connection is closed. 14";

	private final Lines lines;

	private final Desk desk;

	private @Nullable String user;

	private @Nullable ImapMailbox mailbox;

	private int failures;

	ImapDialogue(Lines lines, Desk desk) {
		this.lines = lines;
		this.desk = desk;
	}

	@Override
	public void greet() throws IOException {
		this.lines.write("* OK The Microsoft Exchange IMAP4 service is ready. [UwBJAE0AVQBMAEEAVABPAFIA]");
	}

	@Override
	public String tooLong() {
		return "* BYE Connection is closed. 12";
	}

	@Override
	public String tooQuiet() {
		return "* BYE Connection is closed. 13";
	}

	@Override
	public boolean hear(String line) throws IOException {
		Optional<ImapCommand> read = ImapCommand.read(line, this.lines);
		if (read.isEmpty()) {
			this.lines.write("* BAD Command Error. 10");
			return true;
		}
		ImapCommand command = read.get();
		return switch (command.name()) {
			case "CAPABILITY" -> {
				this.lines.write("* CAPABILITY " + capabilities(), command.ok(""));
				yield true;
			}
			case "ID" -> {
				this.lines.write("* ID (\"name\" \"Microsoft.Exchange.Imap4.Imap4Server\" \"version\" \"15.20\")",
						command.ok(""));
				yield true;
			}
			case "NOOP" -> {
				this.lines.write(command.ok(""));
				yield true;
			}
			case "LOGOUT" -> {
				this.lines.write("* BYE Microsoft Exchange Server IMAP4 server signing off.", command.ok(""));
				yield false;
			}
			case "AUTHENTICATE", "LOGIN" -> (this.user != null) ? invalidState(command) : logIn(command);
			default -> use(command);
		};
	}

	private String capabilities() {
		return (this.user == null)
				? "IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+"
				: "IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES "
						+ "CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+";
	}

	private boolean logIn(ImapCommand command) throws IOException {
		List<String> words = command.words();
		if (command.name().equals("LOGIN")) {
			return (words.size() == 2) ? password(command, ImapCommand.plain(words.getFirst()))
					: argumentError(command, 12);
		}
		if (words.isEmpty() || words.size() > 2) {
			return argumentError(command, 12);
		}
		String mechanism = words.getFirst();
		if (!mechanism.equalsIgnoreCase("XOAUTH2") && !mechanism.equalsIgnoreCase("PLAIN")) {
			return argumentError(command, 11);
		}
		Optional<String> response = (words.size() == 2) ? Optional.of(words.get(1)) : challenge();
		if (response.isEmpty()) {
			return false;
		}
		if (response.get().equals("*")) {
			this.lines.write(command.no("The AUTH protocol exchange was canceled by the client."));
			return true;
		}
		return mechanism.equalsIgnoreCase("PLAIN") ? password(command, "") : token(command, response.get());
	}

	private Optional<String> challenge() throws IOException {
		this.lines.write("+ ");
		return this.lines.read();
	}

	private boolean password(ImapCommand command, String name) throws IOException {
		this.desk.refused(Protocol.IMAP, name, "BasicAuthBlocked");
		return refuse(command,
				"[AUTHENTICATIONFAILED] " + command.name() + " failed. AuthFailed:LogonDenied-BasicAuthBlocked");
	}

	private boolean token(ImapCommand command, String response) throws IOException {
		Optional<Xoauth2> credentials = Xoauth2.parse(response);
		if (credentials.isEmpty()) {
			this.desk.refused(Protocol.IMAP, "", "Malformed XOAUTH2");
			return refuse(command, "AUTHENTICATE failed.");
		}
		String name = credentials.get().user();
		Outcome outcome = this.desk.logIn(Protocol.IMAP, name, credentials.get().token());
		if (outcome instanceof Outcome.Broken broken) {
			this.lines.suffer(broken, "* BYE Server Unavailable. 15");
			return false;
		}
		Verdict verdict = ((Outcome.Decided) outcome).verdict();
		if (verdict != Verdict.AUTHENTICATED && verdict != Verdict.NOT_CONNECTED) {
			return refuse(command, "AUTHENTICATE failed.");
		}
		this.user = name;
		this.mailbox = (verdict == Verdict.AUTHENTICATED) ? new ImapMailbox(name, this.lines, this.desk) : null;
		this.lines.write(command.ok(""));
		return true;
	}

	private boolean refuse(ImapCommand command, String why) throws IOException {
		this.failures++;
		this.lines.write(command.no(why));
		if (this.failures < TRIES) {
			return true;
		}
		this.lines.write(CLOSED);
		return false;
	}

	private boolean use(ImapCommand command) throws IOException {
		if (!ImapMailbox.knows(command.name())) {
			this.lines.write(command.bad("Command Error. 10"));
			return true;
		}
		if (this.user == null) {
			return invalidState(command);
		}
		if (this.mailbox == null) {
			this.lines.write(command.bad("User is authenticated but not connected."), "* BYE Connection closed. 14");
			return false;
		}
		this.mailbox.answer(command);
		return true;
	}

	private boolean invalidState(ImapCommand command) throws IOException {
		this.lines.write(command.bad("Command received in Invalid state."));
		return true;
	}

	private boolean argumentError(ImapCommand command, int number) throws IOException {
		this.lines.write(command.bad("Command Argument Error. " + number));
		return true;
	}

}
