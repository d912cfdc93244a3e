package com.highstage.portal.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a mailbox in Microsoft 365, checked so that it can stand in a command, a
 * script, a login and a query: ASCII only, no quotes, no control characters. Equal
 * whatever the case it was typed in, because Exchange treats addresses so.
 *
 * @param value the address in lower case, at most {@value #LONGEST} characters
 */
public record MailboxAddress(String value) implements Comparable<MailboxAddress> {

	/** Longest address, in characters (RFC 5321, section 4.5.3.1, less the brackets). */
	public static final int LONGEST = 254;

	private static final Pattern FORM = Pattern
		.compile("[a-z0-9!#%&*+/=?^_{|}~-]+(\\.[a-z0-9!#%&*+/=?^_{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+"
				+ "[a-z0-9]([a-z0-9-]*[a-z0-9])?");

	private static final int LONGEST_LOCAL_PART = 64;

	public MailboxAddress {
		value = value.toLowerCase(Locale.ROOT);
		if (!fits(value)) {
			throw new IllegalArgumentException("not the address of a mailbox");
		}
	}

	/**
	 * Reads what somebody typed.
	 * @param text the text, blanks around it allowed
	 * @return the address, or empty if it is none
	 */
	public static Optional<MailboxAddress> parse(String text) {
		String stripped = text.strip().toLowerCase(Locale.ROOT);
		return fits(stripped) ? Optional.of(new MailboxAddress(stripped)) : Optional.empty();
	}

	private static boolean fits(String text) {
		return text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART && FORM.matcher(text).matches();
	}

	@Override
	public int compareTo(MailboxAddress other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
