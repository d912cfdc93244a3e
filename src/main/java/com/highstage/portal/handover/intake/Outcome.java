package com.highstage.portal.handover.intake;

/**
 * What became of something that Highstage wrote.
 */
public sealed interface Outcome {

	/**
	 * It is as Highstage says, whether or not that was known before.
	 */
	record Taken() implements Outcome {

	}

	/**
	 * Highstage is shown no such connection, mailbox or key.
	 */
	record Unknown() implements Outcome {

	}

	/**
	 * It cannot be right.
	 *
	 * @param reason why
	 */
	record Refused(Reason reason) implements Outcome {

	}

	/**
	 * Why something cannot be right.
	 */
	enum Reason {

		/** A credential of that sequence was never offered. */
		NOT_OFFERED,
		/** It speaks of a time that has not come. */
		IN_THE_FUTURE,
		/** The answer to the canary is wrong. */
		WRONG_ANSWER

	}

}
