package com.highstage.portal.mailbox;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.exchange.Mailboxes.Mailbox;
import com.highstage.portal.microsoft.exchange.Mailboxes.Switches;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * A mailbox that somebody chose, and what is known of it.
 *
 * @param connection whose
 * @param address the primary address where Exchange was asked, else as typed
 * @param typed the alias or sign-in name that it was chosen by; null if by its address
 * @param displayName its name; empty if Exchange was not asked
 * @param type Exchange's {@code RecipientTypeDetails}; empty if Exchange was not asked
 * @param wanted false once it was taken off the list and access is to be taken away
 * @param access what Exchange said last about our application's access
 * @param openedAt since when access is there as far as known: when it was given here, or
 * seen first; null if it is not there
 * @param ours whether the portal gave the access, or was about to when it was killed, so
 * that it may take it away
 * @param switches which protocols were on at the last look; null if Exchange was not
 * asked
 * @param smtpOff whether SMTP AUTH was off for the organisation at the last look
 * @param explanation why the last attempt failed; null if it did not
 * @param lookedUpAt when Exchange was asked last; null if it was not
 */
public record ChosenMailbox(ConnectionId connection, MailboxAddress address, @Nullable MailboxAddress typed,
		PlainName displayName, String type, boolean wanted, Access access, @Nullable Instant openedAt, boolean ours,
		@Nullable Switches switches, boolean smtpOff, @Nullable Explanation explanation, @Nullable Instant lookedUpAt) {

	/**
	 * The same mailbox with its facts as Exchange just told them.
	 */
	ChosenMailbox found(Mailbox mailbox, Switches seen, boolean organisationSmtpOff) {
		return new ChosenMailbox(this.connection, mailbox.address(), this.typed, mailbox.displayName(), mailbox.type(),
				this.wanted, this.access, this.openedAt, this.ours, seen, organisationSmtpOff, this.explanation,
				this.lookedUpAt);
	}

	/**
	 * The same mailbox with other switches.
	 */
	ChosenMailbox with(Switches seen) {
		return new ChosenMailbox(this.connection, this.address, this.typed, this.displayName, this.type, this.wanted,
				this.access, this.openedAt, this.ours, seen, this.smtpOff, this.explanation, this.lookedUpAt);
	}

	/**
	 * The same mailbox with everything granted.
	 */
	ChosenMailbox open(boolean byUs, Instant since, Instant at) {
		return judged(Access.OPEN, this.ours || byUs, since, null, at);
	}

	/**
	 * The same mailbox with something missing.
	 */
	ChosenMailbox shut(Access found, Instant at) {
		return judged(found, this.ours, null, null, at);
	}

	/**
	 * The same mailbox after an attempt that failed; when it was opened, if ever, is not
	 * forgotten for that.
	 */
	ChosenMailbox failed(Explanation why, Instant at) {
		return judged(Access.FAILED, this.ours, this.openedAt, why, at);
	}

	/**
	 * The same mailbox, given by us or not.
	 */
	ChosenMailbox given(boolean byUs) {
		return new ChosenMailbox(this.connection, this.address, this.typed, this.displayName, this.type, this.wanted,
				this.access, this.openedAt, byUs, this.switches, this.smtpOff, this.explanation, this.lookedUpAt);
	}

	/**
	 * It was open, and has another primary address now; opening it again follows.
	 * @param primary the new address
	 * @param at when that was seen
	 * @return the row
	 */
	ChosenMailbox renamed(MailboxAddress primary, Instant at) {
		return failed(new Explanation(Cause.MAILBOX_RENAMED.key(), primary.value(), ""), at);
	}

	private ChosenMailbox judged(Access found, boolean byUs, @Nullable Instant since, @Nullable Explanation why,
			Instant at) {
		return new ChosenMailbox(this.connection, this.address, this.typed, this.displayName, this.type, this.wanted,
				found, since, byUs, this.switches, this.smtpOff, why, at);
	}

	/**
	 * What is known about access to a mailbox; message {@link #messageKey()}.
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
		FAILED;

		/**
		 * The words for it.
		 * @return a message key
		 */
		public String messageKey() {
			return "access." + name().toLowerCase(Locale.ROOT);
		}

	}

}
