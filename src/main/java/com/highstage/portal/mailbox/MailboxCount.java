package com.highstage.portal.mailbox;

import java.util.Map;

import com.highstage.portal.mailbox.ChosenMailbox.Access;

/**
 * How far a connection's mailboxes are, in numbers.
 *
 * @param wanted the wanted mailboxes in each state; states without one are not in it
 * @param leaving how many are off the list, with access yet to be taken away
 */
public record MailboxCount(Map<Access, Integer> wanted, int leaving) {

	/** No mailboxes. */
	public static final MailboxCount NONE = new MailboxCount(Map.of(), 0);

	public MailboxCount {
		wanted = Map.copyOf(wanted);
	}

	/**
	 * How many mailboxes are wanted.
	 * @return the number
	 */
	public int total() {
		return this.wanted.values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Whether Exchange has said that exactly the wanted mailboxes are open.
	 * @return true if every one is, and none is to be closed
	 */
	public boolean isAllOpen() {
		return this.leaving == 0 && of(Access.OPEN) == total();
	}

	/**
	 * How many wanted mailboxes are in a state.
	 * @param access the state
	 * @return the number
	 */
	public int of(Access access) {
		return this.wanted.getOrDefault(access, 0);
	}

}
