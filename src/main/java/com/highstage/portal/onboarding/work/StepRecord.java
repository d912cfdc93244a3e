package com.highstage.portal.onboarding.work;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;

/**
 * A step's state as it was last looked up.
 *
 * @param step the step
 * @param state where it stands
 * @param tries how often it was tried in a row without being done
 * @param lookedUpAt when Microsoft was asked; null if it was not
 */
record StepRecord(Step step, StepState state, int tries, @Nullable Instant lookedUpAt) {

	static StepRecord untouched(Step step) {
		return new StepRecord(step, new StepState.NotStarted(), 0, null);
	}

	StepRecord running() {
		return new StepRecord(this.step, new StepState.Running(), this.tries, this.lookedUpAt);
	}

	StepRecord found(StepState found, Instant at) {
		return new StepRecord(this.step, found, found.isDone() ? 0 : this.tries + 1, at);
	}

	Overview.Report report() {
		return new Overview.Report(this.step, this.state, this.lookedUpAt);
	}

}
