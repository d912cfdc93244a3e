package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.Explanation;

/**
 * Where a step stands.
 */
public sealed interface StepState {

	/**
	 * Whether Microsoft was asked and said that the step is done.
	 * @return true if so
	 */
	default boolean isDone() {
		return this instanceof Done;
	}

	/**
	 * The name in message keys and style classes.
	 * @return for example {@code waiting-for-microsoft}
	 */
	default String key() {
		return switch (this) {
			case NotStarted() -> "not-started";
			case Running() -> "running";
			case WaitingForMicrosoft ignored -> "waiting-for-microsoft";
			case WaitingForColleague ignored -> "waiting-for-colleague";
			case WaitingForYou ignored -> "waiting-for-you";
			case Done() -> "done";
			case Failed ignored -> "failed";
			case NotChecked ignored -> "not-checked";
		};
	}

	/**
	 * Nothing was done, or what was done is not there.
	 */
	record NotStarted() implements StepState {

	}

	/**
	 * The portal is at it.
	 */
	record Running() implements StepState {

	}

	/**
	 * Done on our side; Microsoft takes its time to spread it, or asked to wait.
	 *
	 * @param since when the waiting began
	 * @param nextLook when the portal looks again by itself
	 * @param explanation what Microsoft said last, if it said something
	 */
	record WaitingForMicrosoft(Instant since, Instant nextLook,
			@Nullable Explanation explanation) implements StepState {

	}

	/**
	 * Somebody with another role has to act.
	 *
	 * @param since when the waiting began
	 * @param needs what the colleague must be able to do
	 */
	record WaitingForColleague(Instant since, Ability needs) implements StepState {

	}

	/**
	 * The signed-in person has to act.
	 *
	 * @param since when the waiting began
	 * @param reason what to do
	 * @param explanation why, if Microsoft said something
	 * @param waysOut what can be chosen, the best first
	 */
	record WaitingForYou(Instant since, Reason reason, @Nullable Explanation explanation,
			List<WayOut> waysOut) implements StepState {

	}

	/**
	 * Looked up and found to be so.
	 */
	record Done() implements StepState {

	}

	/**
	 * Did not work, and waiting does not help.
	 *
	 * @param explanation what happened, why, what to do, who can
	 * @param waysOut what can be chosen, the best first; empty if there is nothing to
	 * press
	 */
	record Failed(Explanation explanation, List<WayOut> waysOut) implements StepState {

	}

	/**
	 * The look-up failed or took too long; says nothing about the step.
	 *
	 * @param explanation why
	 */
	record NotChecked(Explanation explanation) implements StepState {

	}

	/**
	 * What a person has to do; message {@code waiting-for-you.<name>}.
	 */
	enum Reason {

		/** Sign in again: the hour of the delegated token is over. */
		SIGN_IN,

		/** Choose one of the ways out. */
		CHOOSE,

		/** Give consent on Microsoft's page. */
		MICROSOFT_PAGE,

		/** Finish what was begun by hand. */
		BY_HAND,
		/** Name the mailboxes. */
		NAME_MAILBOXES,
		/** Run the script in PowerShell. */
		SCRIPT

	}

}
