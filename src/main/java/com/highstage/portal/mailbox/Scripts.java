package com.highstage.portal.mailbox;

import java.util.Collection;
import java.util.Set;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * The finished PowerShell scripts for people who do the mailboxes themselves: pure ASCII,
 * ExchangeOnlineManagement only, re-runnable, and nothing in them but GUIDs, checked
 * addresses and a name without special characters.
 */
public interface Scripts {

	/**
	 * Registers the application in Exchange, opens the wanted mailboxes, switches the
	 * chosen protocols on only where somebody asked for it, takes access away from the
	 * unwanted ones, and prints what it did.
	 * @param connection the connection, its application registered
	 * @param permissions the chosen protocols
	 * @param wanted mailboxes to open
	 * @param unwanted mailboxes to take access away from
	 * @return the script
	 */
	Script opening(Connection connection, Set<MailPermission> permissions, Collection<MailboxAddress> wanted,
			Collection<MailboxAddress> unwanted);

	/**
	 * Takes back what was made in Exchange: access to mailboxes, then the registration.
	 * @param connection the connection
	 * @param permissions the chosen protocols
	 * @param mailboxes mailboxes to take access away from
	 * @return the script
	 */
	Script removing(Connection connection, Set<MailPermission> permissions, Collection<MailboxAddress> mailboxes);

	/**
	 * A script.
	 *
	 * @param fileName its name when downloaded
	 * @param text pure ASCII with line feeds, ready to run
	 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
	 */
	record Script(String fileName, String text, String sha256) {

	}

}
