package com.highstage.portal.onboarding.work;

import java.time.Instant;

import com.highstage.portal.onboarding.StepState;

/**
 * Since when a step waits for Microsoft.
 */
final class Waiting {

	private Waiting() {
	}

	static Instant since(StepRecord before, Instant now) {
		return (before.state() instanceof StepState.WaitingForMicrosoft waiting) ? waiting.since() : now;
	}

}
