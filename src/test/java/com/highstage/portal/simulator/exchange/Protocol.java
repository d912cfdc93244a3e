package com.highstage.portal.simulator.exchange;

/**
 * How a client reaches a mailbox, with the application permission that it takes.
 */
public enum Protocol {

	/** Reads, over IMAP. */
	IMAP("IMAP.AccessAsApp"),

	/** Reads, over POP. */
	POP("POP.AccessAsApp"),

	/** Sends. */
	SMTP("SMTP.SendAsApp");

	private final String role;

	Protocol(String role) {
		this.role = role;
	}

	/**
	 * The value of the app role.
	 * @return as in a token's {@code roles}
	 */
	public String role() {
		return this.role;
	}

}
