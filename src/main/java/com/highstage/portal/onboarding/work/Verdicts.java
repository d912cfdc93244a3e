package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;

/**
 * What a failed call means for its step: wait and look again, ask the person, or say why.
 */
@Component
class Verdicts {

	private static final Logger logger = LoggerFactory.getLogger(Verdicts.class);

	/** Longer than Microsoft needs to show an object everywhere. */
	private static final Duration REPLICATION = Duration.ofMinutes(10);

	private final OnboardingProperties properties;

	private final Clock clock;

	Verdicts(OnboardingProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	StepState of(StepRecord before, MicrosoftException ex) {
		Failure failure = ex.failure();
		logger.info("{}: {}", before.step(), ex.getMessage());
		return switch (failure.kind()) {
			case RETRY_LATER, UNKNOWN -> wait(before, ex, this.properties.patience());
			case NOT_FOUND -> wait(before, ex, REPLICATION);
			case SIGN_IN_AGAIN -> signIn(before, Words.of(ex));
			case TELL_ADMIN, BUG -> new StepState.Failed(Words.of(ex), List.of(WayOut.TRY_AGAIN));
		};
	}

	StepState defect(StepRecord before, RuntimeException ex) {
		Explanation explanation = Words.defect();
		logger.error("{} failed [{}]", before.step(), explanation.reference(), ex);
		return new StepState.Failed(explanation, List.of(WayOut.TRY_AGAIN));
	}

	StepState colleague(StepRecord before, Ability needs) {
		Instant since = (before.state() instanceof StepState.WaitingForColleague waiting) ? waiting.since()
				: this.clock.instant();
		return new StepState.WaitingForColleague(since, needs);
	}

	StepState signIn(StepRecord before) {
		return signIn(before, null);
	}

	private StepState signIn(StepRecord before, @org.jspecify.annotations.Nullable Explanation explanation) {
		Instant since = (before.state() instanceof StepState.WaitingForYou waiting) ? waiting.since()
				: this.clock.instant();
		return new StepState.WaitingForYou(since, StepState.Reason.SIGN_IN, explanation, List.of());
	}

	private StepState wait(StepRecord before, MicrosoftException ex, Duration patience) {
		Instant now = this.clock.instant();
		Instant since = Waiting.since(before, now);
		return since.plus(patience).isAfter(now) ? new StepState.WaitingForMicrosoft(since,
				BackOff.next(now, before.tries(), ex.failure().retryAfter()), Words.of(ex))
				: new StepState.Failed(Words.of(ex), List.of(WayOut.TRY_AGAIN));
	}

}
