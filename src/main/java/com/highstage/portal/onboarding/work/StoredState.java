package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.StepState.Reason;
import com.highstage.portal.onboarding.WayOut;

/**
 * A step's state laid flat, as it is stored.
 *
 * @param since when waiting began
 * @param nextLook when the portal looks again
 * @param needs what a colleague must be able to do
 * @param reason what the person has to do
 * @param waysOut what is offered
 * @param explanation what to say
 */
record StoredState(@Nullable Instant since, @Nullable Instant nextLook, @Nullable Ability needs,
		@Nullable Reason reason, List<WayOut> waysOut, @Nullable Explanation explanation) {

	private static final StoredState PLAIN = new StoredState(null, null, null, null, List.of(), null);

	static StoredState of(StepState state) {
		return switch (state) {
			case StepState.NotStarted() -> PLAIN;
			case StepState.Running() -> PLAIN;
			case StepState.Done() -> PLAIN;
			case StepState.WaitingForMicrosoft(Instant since, Instant nextLook, Explanation explanation) ->
				new StoredState(since, nextLook, null, null, List.of(), explanation);
			case StepState.WaitingForColleague(Instant since, Ability needs) ->
				new StoredState(since, null, needs, null, List.of(), null);
			case StepState.WaitingForYou(Instant since, Reason reason, Explanation explanation, List<WayOut> waysOut) ->
				new StoredState(since, null, null, reason, waysOut, explanation);
			case StepState.Failed(Explanation explanation, List<WayOut> waysOut) ->
				new StoredState(null, null, null, null, waysOut, explanation);
			case StepState.NotChecked(Explanation explanation) ->
				new StoredState(null, null, null, null, List.of(), explanation);
		};
	}

	StepState state(String key) {
		return switch (key) {
			case "running" -> new StepState.Running();
			case "done" -> new StepState.Done();
			case "waiting-for-microsoft" ->
				new StepState.WaitingForMicrosoft(from(), Objects.requireNonNull(this.nextLook), this.explanation);
			case "waiting-for-colleague" ->
				new StepState.WaitingForColleague(from(), Objects.requireNonNull(this.needs));
			case "waiting-for-you" -> new StepState.WaitingForYou(from(), Objects.requireNonNull(this.reason),
					this.explanation, this.waysOut);
			case "failed" -> new StepState.Failed(Objects.requireNonNull(this.explanation), this.waysOut);
			case "not-checked" -> new StepState.NotChecked(Objects.requireNonNull(this.explanation));
			default -> new StepState.NotStarted();
		};
	}

	private Instant from() {
		return Objects.requireNonNull(this.since);
	}

}
