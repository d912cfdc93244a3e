package com.highstage.portal.operator.invite;

import java.util.Locale;

/**
 * What is to be said of what somebody typed of a customer; message {@link #messageKey()}.
 */
public enum Verdict {

	/** They can be invited. */
	GOOD(""),

	/** There is no name. */
	NAME_MISSING("name"),

	/** The reference is too long. */
	REFERENCE_LONG("reference"),

	/** There is no address. */
	ADDRESS_MISSING("address"),

	/** The address is not that of one mailbox. */
	ADDRESS_WRONG("address"),

	/** The portal does not speak the language. */
	LANGUAGE_UNKNOWN("language"),

	/** There is no such protocol, or none at all. */
	PROTOCOLS_WRONG("protocols"),

	/** One of the mailboxes has no address that Exchange could have. */
	MAILBOXES_WRONG("mailboxes"),

	/** There are more mailboxes than the portal takes. */
	MAILBOXES_MANY("mailboxes"),

	/** That is no domain. */
	DOMAIN_WRONG("domain"),

	/** No Microsoft organisation has the domain. */
	DOMAIN_UNKNOWN("domain"),

	/** Microsoft did not answer whose domain it is. */
	DOMAIN_NOT_ASKED("domain"),

	/** The links cannot be used for so many days. */
	DAYS_WRONG("days"),

	/** The personal line is too long. */
	LINE_LONG("personalLine"),

	/** The personal line holds a link. */
	LINE_LINK("personalLine"),

	/** An earlier line of the same list has the address, the reference or the domain. */
	TWICE("address"),

	/** A customer with this address was invited before. */
	KNOWN_ADDRESS("address"),

	/** A customer with this reference is there already. */
	KNOWN_REFERENCE("reference"),

	/** The organisation is a customer already. */
	KNOWN_ORGANISATION("domain"),

	/** The portal tried to invite them and could not, for no fault of the line's. */
	FAILED("name");

	private final String field;

	Verdict(String field) {
		this.field = field;
	}

	/**
	 * The field of {@link TypedCustomer} that it is about.
	 * @return the name; empty for {@link #GOOD}
	 */
	public String field() {
		return this.field;
	}

	/**
	 * The words for it.
	 * @return a message key
	 */
	public String messageKey() {
		return "invite.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
