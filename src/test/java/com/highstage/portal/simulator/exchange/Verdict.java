package com.highstage.portal.simulator.exchange;

/**
 * What Exchange Online makes of a login. There is none for "too early": what has not
 * propagated yet looks as if it had not been set.
 */
public enum Verdict {

	/** The mailbox is open. */
	AUTHENTICATED,

	/**
	 * The application is accepted, the mailbox stays closed: no permission, or the
	 * protocol is off. IMAP says OK, and BAD to what follows; POP says that the password
	 * is wrong.
	 */
	NOT_CONNECTED,

	/** IMAP: {@code NO AUTHENTICATE failed.}, POP: {@code -ERR}, SMTP: 535 5.7.3. */
	REFUSED,

	/** SMTP AUTH is off for the mailbox or the organisation: 535 5.7.139. */
	SMTP_AUTH_DISABLED

}
