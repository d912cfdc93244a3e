package com.highstage.portal.simulator.mail;

import java.time.Duration;

import com.highstage.portal.simulator.exchange.Verdict;

/**
 * What comes of an attempt to log in.
 */
public sealed interface Outcome {

	/**
	 * Exchange decided.
	 *
	 * @param verdict how
	 */
	record Decided(Verdict verdict) implements Outcome {

	}

	/**
	 * Something goes wrong instead.
	 *
	 * @param how what the client sees of it
	 * @param hangFor how long it is kept waiting if it sees nothing
	 */
	record Broken(Breakage how, Duration hangFor) implements Outcome {

	}

	/**
	 * What a client sees when a mail server fails.
	 */
	enum Breakage {

		/** Nothing, for a long time. */
		SILENCE,

		/** A reset connection. */
		RESET,

		/** Something that is no mail protocol. */
		GARBAGE,

		/** The end of the connection. */
		EMPTY,

		/** The protocol's way to say that it does not work at present. */
		UNAVAILABLE

	}

}
