package com.highstage.portal.onboarding;

import java.util.Optional;

import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.Scripts.Script;

/**
 * What is known of an organisation's mailboxes, without asking Microsoft.
 */
public interface MailboxLists {

	/**
	 * The mailboxes of a person's organisation.
	 * @param person who looks; the organisation is theirs
	 * @return the mailboxes
	 */
	MailboxList of(Person person);

	/**
	 * The finished script that opens them in PowerShell.
	 * @param person who looks; the organisation is theirs
	 * @return empty while there is no application
	 */
	Optional<Script> script(Person person);

}
