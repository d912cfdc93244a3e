package com.highstage.portal.handover.intake;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of something that Highstage wrote.
 */
public sealed interface Outcome {

	/**
	 * Why it was not believed, as the audit trail names it.
	 * @return empty if it was
	 */
	default Optional<String> refusal() {
		return switch (this) {
			case Taken ignored -> Optional.empty();
			case Unknown ignored -> Optional.of("unknown");
			case Refused(Reason reason) -> Optional.of(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		};
	}

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
		/** It speaks of a time before there were computers that could. */
		LONG_AGO,
		/** The answer to the canary is wrong. */
		WRONG_ANSWER

	}

}
