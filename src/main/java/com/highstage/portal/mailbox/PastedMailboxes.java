package com.highstage.portal.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.MailboxAddress;

/**
 * A list of mailboxes as somebody pasted it: any separators, comments and display names,
 * and what became of each piece.
 *
 * @param pieces what was found, in its order
 */
public record PastedMailboxes(List<Piece> pieces) {

	/** The most mailboxes of one organisation. */
	public static final int MOST = 2000;

	public PastedMailboxes {
		pieces = List.copyOf(pieces);
	}

	/**
	 * Reads what somebody pasted. Hostile text is bounded: what is longer than a form may
	 * be is cut, and the last piece says so.
	 * @param text the text
	 * @return what was found in it
	 */
	public static PastedMailboxes parse(String text) {
		return new PastedMailboxes(new PasteReader(MOST).read(text));
	}

	/**
	 * The addresses that were taken, each once, in their order.
	 * @return the addresses
	 */
	public List<MailboxAddress> addresses() {
		return this.pieces.stream()
			.filter((piece) -> piece.verdict() == Verdict.TAKEN)
			.flatMap((piece) -> Stream.ofNullable(piece.address()))
			.toList();
	}

	/**
	 * A piece of the text.
	 *
	 * @param line the line it stands in, from 1
	 * @param text the piece as typed, cleaned and bounded for display
	 * @param address the address; null if it is none
	 * @param verdict what became of it
	 */
	public record Piece(int line, String text, @Nullable MailboxAddress address, Verdict verdict) {

	}

	/**
	 * What became of a piece; message {@link #messageKey()}.
	 */
	public enum Verdict {

		/** An address. */
		TAKEN,
		/** An address that stands in the list already. */
		TWICE,
		/** Looks like an address, but is none that Exchange could have. */
		NO_ADDRESS,
		/** More than the portal takes. */
		TOO_MANY;

		/**
		 * The words for it.
		 * @return a message key
		 */
		public String messageKey() {
			return "pasted." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
