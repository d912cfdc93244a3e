package com.highstage.portal.onboarding.work;

import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;

/**
 * Done because Microsoft gave the person a token that it gives only where the
 * organisation allows the portal.
 */
@Component
class AllowStep implements StepWork {

	@Override
	public Step step() {
		return Step.ALLOW;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		return new StepState.Done();
	}

}
