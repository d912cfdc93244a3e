package com.highstage.portal.mailbox;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.highstage.portal.mailbox.MailboxAccess.Outcome;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.registration.Work;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * What all mailboxes of one run have in common, and what came of them so far.
 *
 * @param work on whose behalf
 * @param servicePrincipal the Object ID under which Exchange knows the application
 * @param permissions the chosen protocols
 * @param smtpOff whether SMTP AUTH is off for the organisation
 * @param fresh whether the application was registered so lately that Exchange may not
 * know it everywhere
 * @param tally what came of the mailboxes so far
 */
record MailboxRun(Work work, ObjectId servicePrincipal, Set<MailPermission> permissions, boolean smtpOff, boolean fresh,
		Tally tally) {

	static Set<Right> needed(Set<MailPermission> permissions) {
		Set<Right> needed = EnumSet.noneOf(Right.class);
		for (MailPermission permission : permissions) {
			needed.add((permission == MailPermission.SMTP) ? Right.SEND_AS : Right.FULL_ACCESS);
		}
		return needed;
	}

	Delegation delegation() {
		return this.work.delegation();
	}

	/**
	 * What came of the mailboxes so far.
	 *
	 * @param begun those that were begun, as they were known then
	 * @param open those that are open, by their primary address
	 * @param failed those that failed
	 * @param later those that are to be tried again
	 */
	record Tally(Set<MailboxAddress> begun, Set<MailboxAddress> open, Set<MailboxAddress> failed,
			Set<MailboxAddress> later) {

		static Tally empty() {
			return new Tally(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(),
					ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
		}

		Outcome outcome() {
			return new Outcome(this.open.size(), this.failed.size(), this.later.size());
		}

	}

}
