package com.highstage.portal.microsoft.mail;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Logs in to mailboxes as the customer's application, as Highstage will: reads no mail
 * and changes nothing.
 */
public interface MailLogins {

	/**
	 * Logs in once and goes one step past the login: IMAP {@code EXAMINE INBOX}, POP
	 * {@code STAT}, SMTP nothing. Takes half a minute at most, never throws for what a
	 * server answers.
	 * @param protocol which server
	 * @param mailbox the mailbox
	 * @param token an app-only token for Exchange Online
	 * @return what the server answered
	 */
	MailLogin attempt(MailPermission protocol, MailboxAddress mailbox, AppToken token);

}
