package com.highstage.portal.renewal;

import java.time.Instant;

import com.highstage.portal.tenant.ConnectionId;

/**
 * That somebody was told that a secret ends, or why they were not.
 *
 * @param connection whose secret
 * @param sequence which version of it
 * @param threshold how many days before the end; 0 once it has ended
 * @param recipient who
 * @param state what became of it
 * @param address where it was sent; empty if it was not
 * @param at when
 */
public record Reminder(ConnectionId connection, long sequence, int threshold, Recipient recipient, State state,
		String address, Instant at) {

	/**
	 * Who is reminded; message {@code reminder.recipient.<name>}.
	 */
	public enum Recipient {

		/** The customer's contact, else who was invited. */
		CUSTOMER,
		/** Those who run the portal. */
		OPERATORS

	}

	/**
	 * What became of a reminder; message {@code reminder.state.<name>}.
	 */
	public enum State {

		/** The mail server has not taken the mail over yet. */
		ON_ITS_WAY,
		/** A mail was sent, and nothing else was heard of it. */
		SENT,
		/** The mail server refused the mail, or did not take it in time. */
		UNDELIVERED,
		/** A later one was due already, or the secret was made later than that. */
		SKIPPED,
		/** No address is known. */
		NO_ADDRESS,
		/** No mail server is set. */
		NO_SERVER

	}

}
