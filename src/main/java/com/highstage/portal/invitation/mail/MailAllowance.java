package com.highstage.portal.invitation.mail;

import com.highstage.portal.account.Person;

/**
 * How many mails a person may still have sent.
 */
interface MailAllowance {

	/**
	 * Counts one more mail, in the caller's transaction.
	 * @param person who asks for it
	 * @return false if it is one too many
	 */
	boolean take(Person person);

}
