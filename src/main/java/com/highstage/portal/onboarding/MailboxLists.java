package com.highstage.portal.onboarding;

import java.util.Optional;

import com.highstage.portal.account.Person;
import com.highstage.portal.mailbox.Scripts.Script;

/**
 * What is known of an organisation's mailboxes, without asking Microsoft.
 */
public interface MailboxLists {

	/**
	 * The mailboxes of a person's organisation, for those who may do something about
	 * them.
	 * @param person who looks; the organisation is theirs
	 * @return the mailboxes; none for a person who can only look
	 */
	MailboxList of(Person person);

	/**
	 * The mailboxes that are yet to be closed, for those who may do something about them.
	 * @param person who looks; the organisation is theirs
	 * @return the mailboxes; none for a person who can only look
	 */
	Leaving leaving(Person person);

	/**
	 * What was found about a mailbox that must stay closed, or that it is to be tried.
	 * @param person who looks; the organisation is theirs
	 * @return empty if nobody asked, and for a person who can only look
	 */
	Optional<Journey.ClosedAnswer> closed(Person person);

	/**
	 * The finished script that opens them in PowerShell, and closes those that are off
	 * the list. Whoever asks is about to be given it: the mailboxes that it opens are
	 * noted.
	 * @param person who looks; the organisation is theirs
	 * @return empty while there is no application, and for a person who can only look
	 */
	Optional<Script> script(Person person);

}
