package com.highstage.portal.invitation;

import com.highstage.portal.account.Person;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.RenderedMail;

/**
 * Sends links to colleagues. Everything is audited here.
 */
public interface ColleagueMails {

	/**
	 * Whether the portal can send mails; otherwise pages show {@link #text} to be copied.
	 * @return true if a mail server is set
	 */
	boolean canSend();

	/**
	 * The mail as a text that the person sends themselves.
	 * @param by who asks
	 * @param plea for what
	 * @return the words
	 */
	RenderedMail text(Person by, Plea plea);

	/**
	 * Queues the mail, in the caller's transaction if there is one.
	 * @param by who asks
	 * @param plea for what
	 * @param to the colleague
	 * @param note what the person adds, one line; empty for nothing
	 * @return what came of it
	 */
	Answer send(Person by, Plea plea, MailAddress to, String note);

	/**
	 * What came of it.
	 */
	sealed interface Answer {

		/**
		 * The mail is on its way.
		 *
		 * @param delivery where it stands
		 */
		record Queued(Delivery delivery) implements Answer {

		}

		/**
		 * The person sends it themselves.
		 *
		 * @param mail the text to copy
		 * @param reason why
		 */
		record ToCopy(RenderedMail mail, Reason reason) implements Answer {

		}

	}

	/**
	 * Why a person sends a mail themselves.
	 */
	enum Reason {

		/** They gave no address. */
		WISH,

		/** No mail server is set. */
		NO_SERVER,

		/** They had too many sent within the hour. */
		TOO_MANY

	}

}
