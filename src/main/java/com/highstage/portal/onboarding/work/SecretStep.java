package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Leftovers;
import com.highstage.portal.registration.SecretOutcome;
import com.highstage.portal.registration.SecretWish;
import com.highstage.portal.registration.Secrets;
import com.highstage.portal.registration.Work;

/**
 * Makes the secret, unless there is one that Microsoft knows and Highstage has.
 */
@Component
class SecretStep implements StepWork {

	private final LookUps lookUps;

	private final Secrets secrets;

	private final Leftovers leftovers;

	private final StoredSecrets stored;

	private final OnboardingProperties properties;

	private final Clock clock;

	SecretStep(LookUps lookUps, Secrets secrets, Leftovers leftovers, StoredSecrets stored,
			OnboardingProperties properties, Clock clock) {
		this.lookUps = lookUps;
		this.secrets = secrets;
		this.leftovers = leftovers;
		this.stored = stored;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Step step() {
		return Step.SECRET;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		Application application = this.lookUps.application(run);
		Work work = run.work(Step.SECRET);
		this.leftovers.clear(work, application, this.properties.settle());
		Optional<CredentialVersion> newest = this.stored.newest(run.connection().id());
		boolean present = newest.isPresent() && exists(newest.get(), application);
		if (newest.isPresent() && !present) {
			this.leftovers.gone(work, newest.get());
		}
		StepState state = (present && !run.choices().newSecret()) ? new StepState.Done() : make(run, work, application);
		if (state.isDone()) {
			this.stored.newSecretMade(run);
			removeSuperseded(run, work, application);
		}
		return state;
	}

	private StepState make(Run run, Work work, Application application) {
		Plan plan = run.plan();
		SecretWish wish = new SecretWish(plan.credentialType(), plan.secretDescription().value(), plan.lifetimeDays());
		boolean express = run.onboarding().express();
		while (true) {
			SecretOutcome outcome = this.secrets.make(work, application, wish);
			SecretWish next = express ? next(outcome, wish) : null;
			if (next == null) {
				return state(outcome, wish);
			}
			wish = next;
		}
	}

	private static StepState state(SecretOutcome outcome, SecretWish wish) {
		return switch (outcome) {
			case SecretOutcome.Made ignored -> new StepState.Done();
			case SecretOutcome.RecipientUnproven() ->
				new StepState.Failed(Words.own("recipient-unproven", ""), List.of(WayOut.TRY_AGAIN));
			case SecretOutcome.LifetimeRefused(MicrosoftException cause) ->
				new StepState.Failed(Words.of(cause), Lifetimes.waysOut(wish.lifetimeDays()));
			case SecretOutcome.TypeRefused(MicrosoftException cause) ->
				new StepState.Failed(Words.of(cause), List.of(WayOut.CERTIFICATE));
		};
	}

	private static @org.jspecify.annotations.Nullable SecretWish next(SecretOutcome outcome, SecretWish wish) {
		return switch (outcome) {
			case SecretOutcome.LifetimeRefused ignored -> Lifetimes.shorter(wish.lifetimeDays())
				.map((days) -> new SecretWish(wish.type(), wish.description(), days))
				.orElse(null);
			case SecretOutcome.TypeRefused ignored when wish.type() == CredentialType.SECRET ->
				new SecretWish(CredentialType.CERTIFICATE, wish.description(), wish.lifetimeDays());
			default -> null;
		};
	}

	private boolean exists(CredentialVersion version, Application application) {
		// what was made just now may not be shown yet; what was pasted may have no id
		boolean young = version.createdAt().plus(this.properties.settle()).isAfter(this.clock.instant());
		return version.expiresAt().isAfter(this.clock.instant()) && (version.keyId() == null || young
				|| Stream.concat(application.passwords().stream(), application.certificates().stream())
					.anyMatch((key) -> key.keyId().equals(version.keyId())));
	}

	private void removeSuperseded(Run run, Work work, Application application) {
		if (run.connection().finishedAt() == null) {
			this.stored.supersededOurs(run.connection().id())
				.forEach((version) -> this.leftovers.remove(work, application, version));
		}
	}

}
