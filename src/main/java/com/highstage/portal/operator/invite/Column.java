package com.highstage.portal.operator.invite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a list of customers. A header row may name them in any of the portal's
 * languages, whatever the case, blanks and dashes.
 */
enum Column {

	/** The customer's name. */
	NAME("name", "customer", "customername", "company", "navn", "kunde", "kundenavn", "firma", "virksomhed",
			"kundenname", "unternehmen"),

	/** Highstage's reference of the customer. */
	REFERENCE("reference", "ref", "customerreference", "customernumber", "customerid", "kundereference", "kundenummer",
			"kundenr", "referenz", "kundenreferenz", "kundennummer"),

	/** The administrator's address. */
	ADDRESS("address", "mail", "email", "mailaddress", "emailaddress", "administrator", "administratoraddress",
			"mailadresse", "emailadresse", "adresse", "administratoradresse"),

	/** The language to write in. */
	LANGUAGE("language", "lang", "sprog", "sprache"),

	/** The protocols. */
	PROTOCOLS("protocols", "protocol", "protokoller", "protokol", "protokolle", "protokoll"),

	/** The mailboxes. */
	MAILBOXES("mailboxes", "mailbox", "postkasser", "postkasse", "postfächer", "postfaecher", "postfach"),

	/** A domain of the organisation that is expected. */
	DOMAIN("domain", "domæne", "domaene", "domäne", "organisation", "organization"),

	/** How many days each link can be used. */
	DAYS("days", "validity", "validdays", "dage", "gyldighed", "tage", "gültigkeit", "gueltigkeit"),

	/** A line of the operator's own. */
	PERSONAL_LINE("line", "personalline", "message", "linje", "personliglinje", "besked", "zeile", "persönlichezeile",
			"nachricht");

	private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");

	private final Set<String> names;

	Column(String... names) {
		this.names = Set.of(names);
	}

	static Optional<Column> of(String header) {
		String name = NO_LETTER.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("");
		return Arrays.stream(values()).filter((column) -> column.names.contains(name)).findFirst();
	}

}
