package com.highstage.portal.simulator.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.exchange.Protocol;

/**
 * What somebody who logged in may do over IMAP: look at everything. What would change the
 * mailbox is written down and refused.
 */
final class ImapMailbox {

	private static final Map<String, String> FOLDERS = folders();

	private static final Set<String> ANYWHERE = Set.of("NAMESPACE", "LIST", "LSUB", "STATUS", "SELECT", "EXAMINE",
			"CREATE", "DELETE", "RENAME", "SUBSCRIBE", "UNSUBSCRIBE", "APPEND", "IDLE");

	private static final Set<String> IN_A_FOLDER = Set.of("CHECK", "CLOSE", "UNSELECT", "SEARCH", "FETCH", "UID",
			"STORE", "COPY", "MOVE", "EXPUNGE");

	private static final Set<String> WRITES = Set.of("CREATE", "DELETE", "RENAME", "SUBSCRIBE", "UNSUBSCRIBE", "APPEND",
			"STORE", "COPY", "MOVE", "EXPUNGE");

	private final String user;

	private final Lines lines;

	private final Desk desk;

	private @Nullable ImapFolder selected;

	ImapMailbox(String user, Lines lines, Desk desk) {
		this.user = user;
		this.lines = lines;
		this.desk = desk;
	}

	private static Map<String, String> folders() {
		Map<String, String> folders = new LinkedHashMap<>();
		folders.put("Archive", "\\HasNoChildren");
		folders.put("Deleted Items", "\\HasNoChildren \\Trash");
		folders.put("Drafts", "\\HasNoChildren \\Drafts");
		folders.put("INBOX", "\\Marked \\HasNoChildren");
		folders.put("Junk Email", "\\HasNoChildren \\Junk");
		folders.put("Sent Items", "\\HasNoChildren \\Sent");
		return folders;
	}

	static boolean knows(String command) {
		return ANYWHERE.contains(command) || IN_A_FOLDER.contains(command);
	}

	void answer(ImapCommand command) throws IOException {
		if (IN_A_FOLDER.contains(command.name()) && this.selected == null) {
			this.lines.write(command.bad("Command received in Invalid state."));
		}
		else if (WRITES.contains(command.name())) {
			write(command, command.name());
		}
		else {
			read(command);
		}
	}

	private void read(ImapCommand command) throws IOException {
		switch (command.name()) {
			case "NAMESPACE" -> this.lines.write("* NAMESPACE ((\"\" \"/\")) NIL NIL", command.ok(""));
			case "LIST", "LSUB" -> list(command);
			case "STATUS" -> status(command);
			case "SELECT", "EXAMINE" -> open(command);
			case "IDLE" -> idle(command);
			case "CLOSE", "UNSELECT" -> {
				this.selected = null;
				this.lines.write(command.ok(""));
			}
			case "CHECK" -> this.lines.write(command.ok(""));
			default -> messages(command);
		}
	}

	private void write(ImapCommand command, String name) throws IOException {
		this.desk.used(Protocol.IMAP, this.user, name, true);
		this.lines.write(command.no("[CANNOT] The simulator keeps mailboxes as they are."));
	}

	private void idle(ImapCommand command) throws IOException {
		this.lines.write("+ IDLE accepted, awaiting DONE command.");
		boolean done = this.lines.read().filter("DONE"::equalsIgnoreCase).isPresent();
		this.lines.write(done ? command.ok("") : command.bad("Command Error. 10"));
	}

	private void list(ImapCommand command) throws IOException {
		List<String> words = command.words().stream().map(ImapCommand::plain).toList();
		if (words.size() < 2) {
			this.lines.write(command.bad("Command Argument Error. 12"));
			return;
		}
		List<String> answer = new ArrayList<>();
		String wanted = words.get(0) + words.get(1);
		if (wanted.isEmpty()) {
			answer.add("* " + command.name() + " (\\Noselect) \"/\" \"\"");
		}
		Pattern pattern = Pattern.compile(Pattern.quote(wanted).replace("*", "\\E.*\\Q").replace("%", "\\E[^/]*\\Q"),
				Pattern.CASE_INSENSITIVE);
		FOLDERS.forEach((name, attributes) -> {
			if (pattern.matcher(name).matches()) {
				answer.add("* " + command.name() + " (" + attributes + ") \"/\" " + quoted(name));
			}
		});
		answer.add(command.ok(""));
		this.lines.write(answer.toArray(String[]::new));
	}

	private static String quoted(String name) {
		return name.contains(" ") ? ImapCommand.quote(name) : name;
	}

	private void status(ImapCommand command) throws IOException {
		List<String> words = command.words();
		String name = words.isEmpty() ? "" : find(ImapCommand.plain(words.getFirst()));
		if (name.isEmpty() || words.size() != 2) {
			this.lines.write(command.no("STATUS failed."));
			return;
		}
		this.desk.used(Protocol.IMAP, this.user, "STATUS", false);
		this.lines.write("* STATUS " + quoted(name) + " (" + folder(name, true).status(words.get(1)) + ")",
				command.ok(""));
	}

	private void open(ImapCommand command) throws IOException {
		List<String> words = command.words();
		String name = words.isEmpty() ? "" : find(ImapCommand.plain(words.getFirst()));
		this.selected = null;
		if (name.isEmpty()) {
			this.lines.write(command.no(command.name() + " failed."));
			return;
		}
		boolean readOnly = command.name().equals("EXAMINE");
		this.desk.used(Protocol.IMAP, this.user, command.name(), false);
		this.selected = folder(name, readOnly);
		List<String> answer = new ArrayList<>(this.selected.opened());
		answer.add(command.ok(readOnly ? "[READ-ONLY] " : "[READ-WRITE] "));
		this.lines.write(answer.toArray(String[]::new));
	}

	private static String find(String name) {
		return FOLDERS.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse("");
	}

	private ImapFolder folder(String name, boolean readOnly) {
		return new ImapFolder(name.equals("INBOX") ? Letter.inbox(this.user) : List.of(), readOnly);
	}

	private void messages(ImapCommand command) throws IOException {
		boolean byUid = command.name().equals("UID");
		List<String> words = command.words();
		String name = byUid ? words.stream().findFirst().orElse("").toUpperCase(Locale.ROOT) : command.name();
		List<String> rest = byUid ? words.stream().skip(1).toList() : words;
		if (WRITES.contains(name)) {
			write(command, "UID " + name);
			return;
		}
		try {
			List<String> answer = new ArrayList<>(this.selected.answer(name, rest, byUid));
			this.desk.used(Protocol.IMAP, this.user, name, this.selected.changedBy(name, rest));
			answer.add(command.ok(""));
			this.lines.write(answer.toArray(String[]::new));
		}
		catch (IllegalArgumentException ex) {
			this.lines.write(command.bad("Command Argument Error. 11"));
		}
	}

}
