package com.highstage.portal.microsoft.mail;

import com.highstage.portal.microsoft.Failure;

/**
 * What a mail server answered to a login.
 */
public sealed interface MailLogin {

	/**
	 * The mailbox is open.
	 */
	record Opened() implements MailLogin {

	}

	/**
	 * The login was refused: IMAP {@code NO AUTHENTICATE failed.}, POP {@code -ERR}, SMTP
	 * {@code 535 5.7.3}. Exchange does not know the application under that Object ID, a
	 * role is missing, the address is wrong, or it is too early; POP says the same
	 * whatever the reason.
	 *
	 * @param reply the server's words, cleaned and bounded
	 */
	record Refused(String reply) implements MailLogin {

	}

	/**
	 * The application was accepted, the mailbox was not opened: IMAP
	 * {@code BAD User is authenticated but not connected.} The permission is missing,
	 * IMAP is off, or it is too early.
	 *
	 * @param reply the server's words, cleaned and bounded
	 */
	record NotOpened(String reply) implements MailLogin {

	}

	/**
	 * SMTP AUTH is off for the organisation or the mailbox: {@code 535 5.7.139}.
	 *
	 * @param reply the server's words, cleaned and bounded
	 */
	record SwitchedOff(String reply) implements MailLogin {

	}

	/**
	 * Nothing was proven: no connection, no answer in time, or the server is busy.
	 *
	 * @param failure why
	 */
	record NotAnswered(Failure failure) implements MailLogin {

	}

}
