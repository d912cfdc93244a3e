package com.highstage.portal.onboarding.work;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.verification.MailboxProof.Standing;

/**
 * What the database knows of an organisation.
 *
 * @param onboarding the active journey, else the latest; null if there was none
 * @param first what is suggested to an organisation that has not begun
 * @param connection the connection; null if there is none
 * @param credential the newest credential; null if there is none
 * @param steps the steps at their last look-up
 * @param mailboxes how many mailboxes are in each state
 * @param standing where the logins stand
 */
record Background(@Nullable Onboarding onboarding, Plan first, @Nullable Connection connection,
		@Nullable CredentialVersion credential, Map<Step, StepRecord> steps, MailboxCount mailboxes,
		Standing standing) {

	static final Standing NOTHING = new Standing(0, 0, 0, Set.of(), null);

	static Map<Step, StepRecord> untouched() {
		Map<Step, StepRecord> steps = new EnumMap<>(Step.class);
		for (Step step : Step.values()) {
			steps.put(step, StepRecord.untouched(step));
		}
		return steps;
	}

	/**
	 * Whether every mailbox has opened on every protocol, with the newest credential.
	 * @return true if real logins have shown so
	 */
	boolean proven() {
		return this.standing.passed() > 0 && this.standing.failed() == 0 && this.standing.waiting() == 0
				&& this.standing.proven().containsAll(plan().permissions());
	}

	StepRecord step(Step step) {
		Optional<StepRecord> ended = endedSecret();
		if (ended.isPresent() && step == Step.SECRET) {
			return ended.get();
		}
		StepRecord stored = (ended.isPresent() && tellsOfEndedSecret(step)) ? StepRecord.untouched(step) : stored(step);
		boolean wentOn = switch (stored.state()) {
			case StepState.Running() -> true;
			case StepState.WaitingForMicrosoft ignored -> true;
			case StepState.WaitingForColleague ignored -> true;
			case StepState.WaitingForYou ignored -> true;
			default -> false;
		};
		// nobody is at it any more
		return (wentOn && !active()) ? StepRecord.untouched(step) : stored;
	}

	/**
	 * The secret's step where Microsoft has said, at a later step, that the secret has
	 * ended: it is said and mended where secrets are made. The check says it too.
	 * @return the step as pages show it, or empty if nothing of the kind was said
	 */
	Optional<StepRecord> endedSecret() {
		StepRecord secret = stored(Step.SECRET);
		return Stream.of(Step.PERMISSIONS, Step.CONSENT, Step.CHECK)
			.map(this::stored)
			.filter((record) -> secret.state().isDone() && isAboutEndedSecret(record.state()))
			.findFirst()
			.map((record) -> new StepRecord(Step.SECRET, secretEnded(((StepState.Failed) record.state()).explanation()),
					record.tries(), record.lookedUpAt()));
	}

	private boolean tellsOfEndedSecret(Step step) {
		return step != Step.CHECK && isAboutEndedSecret(stored(step).state());
	}

	private static boolean isAboutEndedSecret(StepState state) {
		return state instanceof StepState.Failed failed
				&& failed.explanation().key().equals(Cause.SECRET_EXPIRED.key());
	}

	static StepState secretEnded(Explanation explanation) {
		return new StepState.Failed(explanation, List.of(WayOut.NEW_SECRET));
	}

	private StepRecord stored(Step step) {
		return this.steps.getOrDefault(step, StepRecord.untouched(step));
	}

	Plan plan() {
		return (this.onboarding != null) ? this.onboarding.plan() : this.first;
	}

	boolean active() {
		return this.onboarding != null && this.onboarding.status() == Onboarding.Status.ACTIVE;
	}

	boolean byHand() {
		return this.onboarding != null && this.onboarding.mode() == Onboarding.Mode.BY_HAND;
	}

}
