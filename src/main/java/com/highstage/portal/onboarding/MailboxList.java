package com.highstage.portal.onboarding;

import java.util.Comparator;
import java.util.List;

import com.highstage.portal.mailbox.ChosenMailbox;
import com.highstage.portal.verification.CheckResult;
import com.highstage.portal.verification.MailboxCheck;

/**
 * The mailboxes of an organisation, each with what is known of it.
 *
 * @param entries the wanted mailboxes, by address
 */
public record MailboxList(List<Entry> entries) {

	/** No mailboxes. */
	public static final MailboxList NONE = new MailboxList(List.of());

	public MailboxList {
		entries = List.copyOf(entries);
	}

	/**
	 * The mailboxes with those first that Exchange did not say are open.
	 * @return all of them
	 */
	public List<Entry> notOpenFirst() {
		return this.entries.stream().sorted(Comparator.comparing(Entry::isOpen)).toList();
	}

	/**
	 * The mailboxes with those first that have not opened on every chosen protocol.
	 * @return all of them
	 */
	public List<Entry> notProvenFirst() {
		return this.entries.stream().sorted(Comparator.comparing(Entry::isProven)).toList();
	}

	/**
	 * How many are open as far as Exchange said.
	 * @return the number
	 */
	public long open() {
		return this.entries.stream().filter(Entry::isOpen).count();
	}

	/**
	 * How many have been proven on every chosen protocol.
	 * @return the number
	 */
	public long proven() {
		return this.entries.stream().filter(Entry::isProven).count();
	}

	/**
	 * One mailbox.
	 *
	 * @param mailbox what Exchange said of it
	 * @param checks what logins have shown, by protocol
	 */
	public record Entry(ChosenMailbox mailbox, List<MailboxCheck> checks) {
		public Entry {
			checks = List.copyOf(checks);
		}

		/**
		 * Whether Exchange has said that it is open.
		 * @return true if so
		 */
		public boolean isOpen() {
			return this.mailbox.access() == ChosenMailbox.Access.OPEN;
		}

		/**
		 * Whether it has opened on every chosen protocol.
		 * @return true if so
		 */
		public boolean isProven() {
			return !this.checks.isEmpty()
					&& this.checks.stream().allMatch((check) -> check.result() instanceof CheckResult.Passed);
		}

	}

}
