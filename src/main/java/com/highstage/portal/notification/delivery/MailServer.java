package com.highstage.portal.notification.delivery;

import com.highstage.portal.vault.Secret;

/**
 * The server that takes the portal's mails over.
 */
interface MailServer {

	/**
	 * Whether there is one.
	 * @return true if its address is set
	 */
	boolean isSet();

	/**
	 * Hands it a mail.
	 * @param mail the whole mail (RFC 5322)
	 * @return what it said
	 */
	Answer take(Secret mail);

	/**
	 * What a mail server can answer.
	 */
	sealed interface Answer {

		/**
		 * What it said.
		 * @return its words, as they came
		 */
		String words();

		/**
		 * It delivers the mail from here.
		 *
		 * @param words what it said
		 */
		record Taken(String words) implements Answer {

		}

		/**
		 * It will never take this mail.
		 *
		 * @param words what it said
		 */
		record Refused(String words) implements Answer {

		}

		/**
		 * It did not take the mail, or nobody knows; another attempt may succeed.
		 *
		 * @param words what it said, or what happened
		 */
		record NotNow(String words) implements Answer {

		}

	}

}
