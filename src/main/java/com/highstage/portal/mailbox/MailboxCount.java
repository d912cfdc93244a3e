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
	 * How many wanted mailboxes are in a state.
	 * @param access the state
	 * @return the number
	 */
	public int of(Access access) {
		return this.wanted.getOrDefault(access, 0);
	}

}
