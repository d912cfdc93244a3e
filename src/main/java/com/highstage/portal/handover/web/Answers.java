package com.highstage.portal.handover.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import com.highstage.portal.handover.intake.Outcome;
import com.highstage.portal.handover.intake.Outcome.Reason;
import com.highstage.portal.tenant.ObjectId;

/**
 * What is the same for all that Highstage writes.
 */
final class Answers {

	private Answers() {
	}

	/**
	 * Lets go on what was taken in.
	 * @param outcome what became of it
	 * @throws ProblemException if it was not taken in
	 */
	static void check(Outcome outcome) {
		switch (outcome) {
			case Outcome.Taken ignored -> {
			}
			case Outcome.Unknown ignored -> throw ProblemException.unknown();
			case Outcome.Refused(Reason reason) -> throw new ProblemException(problem(reason));
		}
	}

	private static Problem problem(Reason reason) {
		return switch (reason) {
			case NOT_OFFERED ->
				new Problem(HttpStatus.CONFLICT, "not-offered", "A credential of that sequence was never offered.");
			case IN_THE_FUTURE ->
				new Problem(HttpStatus.BAD_REQUEST, "in-the-future", "A time that is sent has not come yet.");
			case LONG_AGO -> new Problem(HttpStatus.BAD_REQUEST, "long-ago", "A time that is sent is before 1970.");
			case WRONG_ANSWER -> new Problem(HttpStatus.CONFLICT, "wrong-answer",
					"This is not the answer to the key's present canary. Read it again.");
		};
	}

	static @Nullable UUID uuid(String text) {
		try {
			return ObjectId.parse(text).value();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
