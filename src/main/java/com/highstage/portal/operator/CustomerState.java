package com.highstage.portal.operator;

/**
 * Where a customer stands, as operators see it; message {@code operator.state.<name>}.
 */
public enum CustomerState {

	/** The invitation's mail waits for the mail server, or its link is to be copied. */
	INVITED(Group.INVITATION, true),

	/** The mail server took the invitation over. */
	SENT(Group.INVITATION, true),

	/** The mail server refused the invitation, or did not take it in time. */
	NOT_DELIVERED(Group.TROUBLE, true),

	/** Somebody went on from the link's page, and has not signed in. */
	OPENED(Group.INVITATION, true),

	/** Somebody signed in, and has not begun. */
	SIGNED_IN(Group.UNDER_WAY, true),

	/** Begun; the portal is at it, or the next step is yet to be asked for. */
	UNDER_WAY(Group.UNDER_WAY, true),

	/** Microsoft takes its time. */
	WAITS_MICROSOFT(Group.UNDER_WAY, true),

	/** Somebody with another role has to act. */
	WAITS_COLLEAGUE(Group.WAITING, true),

	/** The person who began has to act. */
	WAITS_PERSON(Group.WAITING, true),

	/** A step did not work, and waiting does not help. */
	STUCK(Group.TROUBLE, true),

	/** The connection works. */
	WORKS(Group.WORKS, false),

	/** The connection has worked, and somebody has to do something for it to go on. */
	ATTENTION(Group.TROUBLE, true),

	/** The connection was ended. */
	ENDED(Group.OVER, false),

	/** The invitation's last link has ended unused. */
	EXPIRED(Group.TROUBLE, true),

	/** The invitation's links were taken back. */
	REVOKED(Group.OVER, false),

	/** Given up, by an operator or by the customer. */
	CANCELLED(Group.OVER, false);

	private final Group group;

	private final boolean open;

	CustomerState(Group group, boolean open) {
		this.group = group;
		this.open = open;
	}

	/**
	 * The states that it is filtered with.
	 * @return the group
	 */
	public Group group() {
		return this.group;
	}

	/**
	 * Whether a customer who stays in this state for long needs help.
	 * @return false where nothing more is to happen
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * States that ask an operator for the same; message {@code operator.group.<name>}.
	 */
	public enum Group {

		/** Invited, nobody came yet. */
		INVITATION,

		/** Goes on by itself or by the person who is at it. */
		UNDER_WAY,

		/** Waits for a person. */
		WAITING,

		/** Does not go on without help. */
		TROUBLE,

		/** Works. */
		WORKS,

		/** Nothing more is to happen. */
		OVER

	}

}
