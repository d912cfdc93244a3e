package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.exchange.Protocol;
import com.highstage.portal.simulator.exchange.Verdict;

/**
 * POP3 in Exchange's words. A login that fails does not say why.
 */
final class PopDialogue implements Dialogue {

	private static final int TRIES = 3;

	private static final String REFUSED = "-ERR Authentication failure: unknown user name or bad password.";

	private static final String CLOSED = "-ERR Protocol error. Connection is closed. 10";

	private static final String INVALID = "-ERR Command is not valid in this state.";

	private final Lines lines;

	private final Desk desk;

	private String name = "";

	private @Nullable String user;

	private int failures;

	PopDialogue(Lines lines, Desk desk) {
		this.lines = lines;
		this.desk = desk;
	}

	@Override
	public void greet() throws IOException {
		this.lines.write("+OK The Microsoft Exchange POP3 service is ready. [UwBJAE0AVQBMAEEAVABPAFIA]");
	}

	@Override
	public String tooLong() {
		return CLOSED;
	}

	@Override
	public String tooQuiet() {
		return "-ERR Connection is closed. 13";
	}

	@Override
	public boolean hear(String line) throws IOException {
		List<String> words = Arrays.stream(line.split(" ")).filter((word) -> !word.isEmpty()).toList();
		String command = words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
		List<String> arguments = words.stream().skip(1).toList();
		switch (command) {
			case "CAPA" -> this.lines.write("+OK", "TOP", "UIDL", "SASL XOAUTH2", ".");
			case "QUIT" -> {
				this.lines.write("+OK Microsoft Exchange Server POP3 server signing off.");
				return false;
			}
			case "AUTH", "USER", "PASS" -> {
				return logIn(command, arguments);
			}
			case "NOOP", "RSET", "STAT", "LIST", "UIDL", "TOP", "RETR", "DELE" -> use(command, arguments);
			default -> this.lines.write("-ERR Protocol error. 14");
		}
		return true;
	}

	private boolean logIn(String command, List<String> arguments) throws IOException {
		if (this.user != null) {
			this.lines.write(INVALID);
			return true;
		}
		return switch (command) {
			case "USER" -> {
				this.name = String.join(" ", arguments);
				this.lines.write("+OK");
				yield true;
			}
			case "PASS" -> {
				this.desk.refused(Protocol.POP, this.name, "BasicAuthBlocked");
				yield refuse();
			}
			default -> authenticate(arguments);
		};
	}

	private boolean authenticate(List<String> arguments) throws IOException {
		if (arguments.isEmpty() || !arguments.getFirst().equalsIgnoreCase("XOAUTH2")) {
			this.lines.write("-ERR Protocol error. 14");
			return true;
		}
		if (arguments.size() > 1) {
			this.desk.refused(Protocol.POP, "", "XOAUTH2 in one line");
			this.lines.write(CLOSED);
			return false;
		}
		this.lines.write("+ ");
		Optional<String> response = this.lines.read();
		return response.isPresent() && token(response.get());
	}

	private boolean token(String response) throws IOException {
		Optional<Xoauth2> credentials = Xoauth2.parse(response);
		if (credentials.isEmpty()) {
			this.desk.refused(Protocol.POP, "", "Malformed XOAUTH2");
			return refuse();
		}
		Outcome outcome = this.desk.logIn(Protocol.POP, credentials.get().user(), credentials.get().token());
		if (outcome instanceof Outcome.Broken broken) {
			this.lines.suffer(broken, "-ERR [SYS/TEMP] Server Unavailable. 21");
			return false;
		}
		if (((Outcome.Decided) outcome).verdict() != Verdict.AUTHENTICATED) {
			return refuse();
		}
		this.user = credentials.get().user();
		this.lines.write("+OK User successfully authenticated.");
		return true;
	}

	private boolean refuse() throws IOException {
		this.failures++;
		this.lines.write(REFUSED);
		return this.failures < TRIES;
	}

	private void use(String command, List<String> arguments) throws IOException {
		if (this.user == null) {
			this.lines.write(INVALID);
			return;
		}
		if (!command.equals("NOOP") && !command.equals("RSET")) {
			this.desk.used(Protocol.POP, this.user, command, command.equals("DELE"));
		}
		List<Letter> letters = Letter.inbox(this.user);
		switch (command) {
			case "STAT" -> this.lines.write("+OK " + letters.size() + " " + size(letters));
			case "LIST", "UIDL" -> list(command, arguments, letters);
			case "TOP", "RETR" -> show(command, arguments, letters);
			case "DELE" -> this.lines.write("-ERR The simulator keeps mailboxes as they are.");
			default -> this.lines.write("+OK");
		}
	}

	private static int size(List<Letter> letters) {
		return letters.stream().mapToInt((letter) -> letter.text().length()).sum();
	}

	private void list(String command, List<String> arguments, List<Letter> letters) throws IOException {
		List<String> scan = new ArrayList<>();
		for (int i = 0; i < letters.size(); i++) {
			Letter letter = letters.get(i);
			scan.add((i + 1) + " " + (command.equals("LIST") ? letter.text().length() : letter.uid()));
		}
		if (arguments.isEmpty()) {
			scan.addFirst("+OK " + letters.size() + " " + size(letters));
			scan.add(".");
			this.lines.write(scan.toArray(String[]::new));
			return;
		}
		int number = number(arguments, letters);
		this.lines.write((number == 0) ? "-ERR The specified message does not exist." : "+OK " + scan.get(number - 1));
	}

	private void show(String command, List<String> arguments, List<Letter> letters) throws IOException {
		int number = number(arguments, letters);
		if (number == 0) {
			this.lines.write("-ERR The specified message does not exist.");
			return;
		}
		Letter letter = letters.get(number - 1);
		String text = command.equals("TOP") ? letter.header() : letter.text();
		this.lines.write("+OK", text.replaceAll("(?m)^\\.", "..") + ".");
	}

	private static int number(List<String> arguments, List<Letter> letters) {
		String text = arguments.isEmpty() ? "" : arguments.getFirst();
		int number = text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
		return (number > letters.size()) ? 0 : number;
	}

}
