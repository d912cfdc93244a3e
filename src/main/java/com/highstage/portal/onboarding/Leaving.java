package com.highstage.portal.onboarding;

import java.util.List;

import com.highstage.portal.tenant.MailboxAddress;

/**
 * The mailboxes that are off the list and were not seen to be closed.
 *
 * @param mailboxes the mailboxes, by address
 * @param watched whether the portal finds out by itself when they are closed
 * @param door whether the portal can close them itself once somebody with the role signs
 * in; else only the script can
 */
public record Leaving(List<MailboxAddress> mailboxes, boolean watched, boolean door) {

	/** No mailboxes. */
	public static final Leaving NONE = new Leaving(List.of(), false, false);

	public Leaving {
		mailboxes = List.copyOf(mailboxes);
	}

	/**
	 * Whether there are any.
	 * @return false if nothing is to be closed
	 */
	public boolean isAny() {
		return !this.mailboxes.isEmpty();
	}

}
