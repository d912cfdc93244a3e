package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.verification.TokenResult;

/**
 * The token check; once it has passed, the connection is finished.
 */
@Component
class CheckStep implements StepWork {

	private final TokenStates tokens;

	private final Finish finish;

	CheckStep(TokenStates tokens, Finish finish) {
		this.tokens = tokens;
		this.finish = finish;
	}

	@Override
	public Step step() {
		return Step.CHECK;
	}

	@Override
	public boolean needsPerson(Run run) {
		return false;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		StepState state = this.tokens.check(run, before);
		if (state.isDone() && run.tokens() instanceof TokenResult.Passed passed) {
			this.finish.connection(run, passed);
		}
		return state;
	}

}
