package com.highstage.portal.notification;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of one mailbox, in a form that no mail server reads otherwise: no display
 * name, comment, group, quotation mark, route or address literal.
 *
 * @param value local part and domain; the domain in ASCII and lower case
 */
public record MailAddress(String value) {

	/** Longest address that a mail server must take (RFC 5321, 4.5.3.1.3). */
	public static final int LONGEST = 254;

	private static final int LONGEST_LOCAL_PART = 64;

	/**
	 * What RFC 5322 calls dot-atom, without what once routed mail ({@code % !}) and
	 * pipes.
	 */
	private static final Pattern LOCAL_PART = Pattern
		.compile("[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])");

	/**
	 * Characters that the older of two rules for such domains turns into other domains.
	 */
	private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

	public MailAddress {
		if (!isWellFormed(value)) {
			throw new IllegalArgumentException("not the address of one mailbox");
		}
	}

	/**
	 * Reads an address that somebody typed. A domain with letters beyond ASCII is turned
	 * into its ASCII form; a local part with such letters is refused, because few servers
	 * take it.
	 * @param text the address; blanks around it do not matter
	 * @return the address, or empty if it is not the address of one mailbox
	 */
	public static Optional<MailAddress> parse(String text) {
		String stripped = text.strip();
		int at = stripped.lastIndexOf('@');
		if (at < 1 || stripped.length() > LONGEST || AMBIGUOUS.matcher(stripped).find()) {
			return Optional.empty();
		}
		return ascii(stripped.substring(at + 1)).map((domain) -> stripped.substring(0, at + 1) + domain)
			.filter(MailAddress::isWellFormed)
			.map(MailAddress::new);
	}

	private static Optional<String> ascii(String domain) {
		try {
			return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The address in the form in which two that reach one mailbox are alike: few servers
	 * tell upper from lower case.
	 * @return the whole address in lower case
	 */
	public String folded() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	private static boolean isWellFormed(String value) {
		int at = value.indexOf('@');
		return value.length() <= LONGEST && at > 0 && at <= LONGEST_LOCAL_PART
				&& LOCAL_PART.matcher(value.substring(0, at)).matches()
				&& DOMAIN.matcher(value.substring(at + 1)).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
