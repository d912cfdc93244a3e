package com.highstage.portal.mailbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * A mailbox that somebody chose, and what is known of it.
 *
 * @param connection whose
 * @param address the primary address where Exchange was asked, else as typed
 * @param displayName its name; empty if Exchange was not asked
 * @param type Exchange's {@code RecipientTypeDetails}; empty if Exchange was not asked
 * @param wanted false once it was taken off the list and access is to be taken away
 * @param access what Exchange said last about our application's access
 * @param openedAt since when access is there as far as known: when it was given here, or
 * seen first; null if it is not there
 * @param ours whether the portal gave the access, so that it may take it away
 * @param switches which protocols were on at the last look; null if Exchange was not
 * asked
 * @param smtpOff whether SMTP AUTH was off for the organisation at the last look
 * @param explanation why the last attempt failed; null if it did not
 * @param lookedUpAt when Exchange was asked last; null if it was not
 */
public record ChosenMailbox(ConnectionId connection, MailboxAddress address, PlainName displayName, String type,
		boolean wanted, Access access, @Nullable Instant openedAt, boolean ours, @Nullable Switches switches,
		boolean smtpOff, @Nullable Explanation explanation, @Nullable Instant lookedUpAt) {

	/**
	 * What is known about access to a mailbox; message {@code access.<name>}.
	 */
	public enum Access {

		/** Exchange was not asked yet. */
		UNKNOWN,
		/** Everything that the chosen protocols need is granted. */
		OPEN,
		/** Something is not granted. */
		CLOSED,
		/** There is no such mailbox. */
		MISSING,
		/** The attempt to look or to grant failed; the explanation says why. */
		FAILED

	}

}
