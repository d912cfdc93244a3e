package com.highstage.portal.microsoft.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;

/**
 * The mailboxes of the signed-in person's organisation and who may open them. Each method
 * is one command (said where it is more), is never repeated below this port, and throws
 * {@link com.highstage.portal.microsoft.MicrosoftException}.
 */
public interface Mailboxes {

	/**
	 * Searches by name, address or alias, on Exchange's side.
	 * @param delegation whose authority
	 * @param text what somebody typed
	 * @param atMost how many are wanted
	 * @return what fits, by name
	 */
	List<Mailbox> search(Delegation delegation, String text, int atMost);

	/**
	 * Finds a mailbox by any of its addresses or by its sign-in name.
	 * @param delegation whose authority
	 * @param address one of its addresses
	 * @return the mailbox, whose primary address may be another one
	 */
	Optional<Mailbox> find(Delegation delegation, MailboxAddress address);

	/**
	 * Which protocols are on for a mailbox ({@code Get-CASMailbox}).
	 * @param delegation whose authority
	 * @param address its primary address
	 * @return the switches
	 */
	Switches switches(Delegation delegation, MailboxAddress address);

	/**
	 * Whether SMTP AUTH is off for the organisation ({@code Get-TransportConfig}).
	 * @param delegation whose authority
	 * @return true if it is off where a mailbox does not say otherwise
	 */
	boolean smtpOffByDefault(Delegation delegation);

	/**
	 * Switches protocols on for a mailbox ({@code Set-CASMailbox}).
	 * @param delegation whose authority
	 * @param address its primary address
	 * @param protocols which
	 */
	void switchOn(Delegation delegation, MailboxAddress address, Set<MailPermission> protocols);

	/**
	 * What an application may do with a mailbox ({@code Get-MailboxPermission}, and
	 * {@code Get-RecipientPermission} where sending is asked about).
	 * @param delegation whose authority
	 * @param address its primary address
	 * @param servicePrincipal the Object ID under which Exchange knows the application
	 * @param asked the rights that are asked about; sending takes a command of its own
	 * @return those of them that it has
	 */
	Set<Right> rights(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Set<Right> asked);

	/**
	 * Everything that an application may do with a mailbox.
	 * @param delegation whose authority
	 * @param address its address
	 * @param servicePrincipal the Object ID under which Exchange knows the application
	 * @return nothing also if there is no such mailbox or application
	 */
	default Set<Right> held(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal) {
		try {
			return rights(delegation, address, servicePrincipal, EnumSet.allOf(Right.class));
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() == Failure.Kind.NOT_FOUND) {
				return Set.of();
			}
			throw ex;
		}
	}

	/**
	 * Gives a right ({@code Add-MailboxPermission} without automapping,
	 * {@code Add-RecipientPermission}); repeating it is harmless.
	 * @param delegation whose authority
	 * @param address the mailbox's primary address
	 * @param servicePrincipal the Object ID under which Exchange knows the application
	 * @param right which
	 */
	void grant(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right);

	/**
	 * Takes a right away; a missing right or mailbox counts as taken.
	 * @param delegation whose authority
	 * @param address the mailbox's primary address
	 * @param servicePrincipal the Object ID under which Exchange knows the application
	 * @param right which
	 */
	void take(Delegation delegation, MailboxAddress address, ObjectId servicePrincipal, Right right);

	/**
	 * A mailbox.
	 *
	 * @param address its primary address
	 * @param displayName its name
	 * @param type Exchange's {@code RecipientTypeDetails}, for example
	 * {@code SharedMailbox}
	 */
	record Mailbox(MailboxAddress address, PlainName displayName, String type) {

	}

	/**
	 * Which protocols are on.
	 *
	 * @param imap whether IMAP is on
	 * @param pop whether POP is on
	 * @param smtpOff whether SMTP AUTH is off; null if the organisation's default counts
	 */
	record Switches(boolean imap, boolean pop, @Nullable Boolean smtpOff) {

		/**
		 * Whether a protocol is on.
		 * @param protocol which
		 * @param smtpOffByDefault whether SMTP AUTH is off for the organisation
		 * @return true if it is on
		 */
		public boolean on(MailPermission protocol, boolean smtpOffByDefault) {
			return switch (protocol) {
				case IMAP -> this.imap;
				case POP -> this.pop;
				case SMTP -> !((this.smtpOff != null) ? this.smtpOff : smtpOffByDefault);
			};
		}

	}

	/**
	 * What an application may do with a mailbox.
	 */
	enum Right {

		/** Open it: IMAP and POP need that. */
		FULL_ACCESS,
		/** Send in its name: SMTP needs that. */
		SEND_AS

	}

}
