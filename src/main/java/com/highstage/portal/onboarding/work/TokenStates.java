package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.consent.MissingConsent;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.verification.TokenResult;

/**
 * What app-only tokens mean for a step: right after something was made, refusals are
 * Microsoft spreading it, not failures.
 */
@Component
class TokenStates {

	private static final Logger logger = LoggerFactory.getLogger(TokenStates.class);

	private static final Duration SPREADING = Duration.ofMinutes(10);

	private final LookUps lookUps;

	private final OnboardingProperties properties;

	private final Clock clock;

	TokenStates(LookUps lookUps, OnboardingProperties properties, Clock clock) {
		this.lookUps = lookUps;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Whether fresh tokens carry the chosen permissions.
	 * @param run the run
	 * @return false if they do not, or if it cannot be known
	 */
	boolean rolesPresent(Run run) {
		return this.lookUps.tokens(run) instanceof TokenResult.Passed;
	}

	/**
	 * The state of the check.
	 * @param run the run
	 * @param before what was known of the step
	 * @return done, waiting, or why it does not work
	 */
	StepState check(Run run, StepRecord before) {
		return state(run, this.lookUps.freshTokens(run), before);
	}

	private StepState state(Run run, TokenResult result, StepRecord before) {
		return switch (result) {
			case TokenResult.Passed ignored -> new StepState.Done();
			case TokenResult.RolesMissing(var present, var ignored) -> spreading(run, before, present);
			case TokenResult.OfNoUse(Cause cause, String found) ->
				new StepState.Failed(Words.own(cause.key(), found), List.of(WayOut.TRY_AGAIN));
			case TokenResult.Refused(MicrosoftException cause, Instant stored) -> refused(before, cause, stored);
			case TokenResult.ValueGone() -> new StepState.WaitingForYou(this.clock.instant(), StepState.Reason.CHOOSE,
					Words.own("value-gone", ""), List.of(WayOut.NEW_SECRET));
			case TokenResult.NothingToCheck() -> new StepState.NotStarted();
		};
	}

	/**
	 * The state of permissions and consent that a person sets up by hand.
	 * @param run the run
	 * @param before what was known of the step
	 * @return done, or waiting for the person
	 */
	StepState byHand(Run run, StepRecord before) {
		if (this.lookUps.tokens(run) instanceof TokenResult.RolesMissing(var present, var ignored)) {
			Instant since = (before.state() instanceof StepState.WaitingForYou waiting) ? waiting.since()
					: this.clock.instant();
			return new StepState.WaitingForYou(since, StepState.Reason.BY_HAND, Explanations.of(cause(run, present)),
					List.of(WayOut.TRY_AGAIN));
		}
		return state(run, this.lookUps.tokens(run), before);
	}

	private StepState refused(StepRecord before, MicrosoftException cause, Instant stored) {
		boolean young = stored.plus(SPREADING).isAfter(this.clock.instant());
		if (young && cause.failure().isUsualWhenNew()) {
			return new StepState.WaitingForMicrosoft(Waiting.since(before, this.clock.instant()),
					BackOff.next(this.clock.instant(), before.tries(), null), null);
		}
		if (cause.failure().kind() == Failure.Kind.RETRY_LATER || cause.failure().kind() == Failure.Kind.UNKNOWN) {
			throw cause;
		}
		return new StepState.Failed(Words.of(cause), List.of(WayOut.TRY_AGAIN, WayOut.NEW_SECRET));
	}

	// Why permissions are missing: what the application declares tells it, where somebody
	// is signed in who may look.
	private Cause cause(Run run, Set<MailPermission> present) {
		if (!run.signedIn()) {
			return Cause.CONSENT_MISSING;
		}
		Set<MailPermission> missing = EnumSet.copyOf(run.chosen());
		missing.removeAll(present);
		try {
			return MissingConsent.cause(this.lookUps.application(run), missing);
		}
		catch (MicrosoftException ex) {
			logger.info("What the application declares is not known: {}", ex.getMessage());
			return Cause.CONSENT_MISSING;
		}
	}

	private StepState spreading(Run run, StepRecord before, Set<MailPermission> present) {
		Instant now = this.clock.instant();
		Instant since = Waiting.since(before, now);
		if (since.plus(this.properties.patience()).isAfter(now)) {
			return new StepState.WaitingForMicrosoft(since, BackOff.next(now, before.tries(), null), null);
		}
		Cause cause = cause(run, present);
		return new StepState.Failed((cause != Cause.CONSENT_MISSING) ? Explanations.of(cause)
				: Words.own(Cause.ROLES_NOT_SPREAD.key(), present.toString()), List.of(WayOut.TRY_AGAIN));
	}

}
