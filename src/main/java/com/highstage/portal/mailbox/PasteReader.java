package com.highstage.portal.mailbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.highstage.portal.mailbox.PastedMailboxes.Piece;
import com.highstage.portal.mailbox.PastedMailboxes.Verdict;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * Finds out what became of each piece of a pasted list. Only words with an @ are pieces;
 * a line without any is one piece as a whole, unless it names columns.
 */
class PasteReader {

	/** Longest text, in characters; a form is not larger. */
	static final int LONGEST = 256 * 1024;

	private static final int SHOWN = 100;

	private static final Set<String> COLUMNS = Set.of("address", "adresse", "displayname", "email", "emailaddress",
			"identity", "mail", "mailadresse", "mailbox", "mailboxes", "name", "navn", "postfach", "postkasse",
			"primarysmtpaddress", "upn", "userprincipalname", "windowsemailaddress");

	private final List<Piece> pieces = new ArrayList<>();

	private final Set<MailboxAddress> taken = new HashSet<>();

	private final int most;

	private boolean begun;

	PasteReader(int most) {
		this.most = most;
	}

	List<Piece> read(String text) {
		boolean cut = text.length() > LONGEST;
		int line = 0;
		for (String typed : (cut ? text.substring(0, LONGEST) : text).split("\\R", -1)) {
			line++;
			if (full()) {
				break;
			}
			read(line, new PastedLine(typed));
		}
		if (cut || full()) {
			this.pieces.add(new Piece(line, "\u2026", null, Verdict.TOO_MANY));
		}
		return this.pieces;
	}

	private void read(int line, PastedLine typed) {
		List<String> addresses = typed.addresses();
		for (String address : addresses) {
			if (!full()) {
				this.pieces.add(judge(line, address));
			}
		}
		String rest = typed.text();
		if (addresses.isEmpty() && rest.chars().anyMatch(Character::isLetterOrDigit)) {
			if (this.begun || !namesColumns(rest)) {
				this.pieces.add(new Piece(line, shown(rest), null, Verdict.NO_ADDRESS));
			}
			this.begun = true;
		}
		this.begun = this.begun || !addresses.isEmpty();
	}

	private Piece judge(int line, String word) {
		Optional<MailboxAddress> address = MailboxAddress.parse(word);
		if (address.isEmpty()) {
			return new Piece(line, shown(word), null, Verdict.NO_ADDRESS);
		}
		Verdict verdict = Verdict.TAKEN;
		if (this.taken.contains(address.get())) {
			verdict = Verdict.TWICE;
		}
		else if (this.taken.size() >= this.most) {
			verdict = Verdict.TOO_MANY;
		}
		else {
			this.taken.add(address.get());
		}
		return new Piece(line, shown(word), address.get(), verdict);
	}

	private boolean full() {
		return this.pieces.size() >= 2 * this.most;
	}

	private static boolean namesColumns(String line) {
		for (String column : line.split("[,;\t|]")) {
			if (COLUMNS.contains(column.toLowerCase(Locale.ROOT).replaceAll("[\\s\"'_-]", ""))) {
				return true;
			}
		}
		return false;
	}

	private static String shown(String text) {
		String plain = new PlainName(text).value();
		if (plain.length() <= SHOWN) {
			return plain;
		}
		int end = Character.isHighSurrogate(plain.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
		return plain.substring(0, end) + "\u2026";
	}

}
