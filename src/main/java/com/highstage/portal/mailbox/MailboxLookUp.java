package com.highstage.portal.mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * Finds mailboxes while somebody chooses.
 */
public interface MailboxLookUp {

	/**
	 * Searches on Exchange's side.
	 * @param delegation whose authority
	 * @param text what somebody typed; a blank text finds the first mailboxes by name
	 * @return at most 50 mailboxes, by name
	 * @throws MicrosoftException if Exchange did not answer so
	 */
	List<Mailbox> search(Delegation delegation, String text);

	/**
	 * Looks typed addresses up, several at a time and for a few seconds at most.
	 * @param delegation whose authority
	 * @param addresses what was typed
	 * @return what is known of each
	 */
	Map<MailboxAddress, Answer> look(Delegation delegation, Collection<MailboxAddress> addresses);

	/**
	 * What Exchange says about an address.
	 */
	sealed interface Answer {

		/**
		 * The primary address of a mailbox.
		 *
		 * @param mailbox the mailbox
		 */
		record Exists(Mailbox mailbox) implements Answer {

		}

		/**
		 * Another address of a mailbox, or its sign-in name; a login needs the primary
		 * one.
		 *
		 * @param mailbox the mailbox
		 */
		record OtherAddress(Mailbox mailbox) implements Answer {

		}

		/**
		 * No mailbox has that address.
		 */
		record Missing() implements Answer {

		}

		/**
		 * Exchange did not say.
		 *
		 * @param explanation why
		 */
		record NotAsked(Explanation explanation) implements Answer {

		}

	}

}
