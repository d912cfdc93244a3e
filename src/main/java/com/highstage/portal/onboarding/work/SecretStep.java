package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Succession;
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
import com.highstage.portal.registration.Superseded;
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

	private final Superseded superseded;

	private final OnboardingProperties properties;

	private final Clock clock;

	SecretStep(LookUps lookUps, Secrets secrets, Former former, StoredSecrets stored, OnboardingProperties properties,
			Clock clock) {
		this.lookUps = lookUps;
		this.secrets = secrets;
		this.leftovers = former.leftovers();
		this.superseded = former.superseded();
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
		StepState state = (present && !run.choices().newSecret()) ? new StepState.Done()
				: make(run, work, application, before);
		if (state.isDone()) {
			this.stored.newSecretMade(run);
			this.superseded.remove(work, application);
		}
		return state;
	}

	private StepState make(Run run, Work work, Application application, StepRecord before) {
		if (!this.secrets.canMake()) {
			return unproven();
		}
		if (!this.superseded.makeRoom(work, application)) {
			return new StepState.Failed(Words.own("two-secrets", ""), List.of(WayOut.TRY_AGAIN));
		}
		int live = this.superseded.of(work.connection()).liveOurs().size();
		Optional<Instant> lost = this.leftovers.oldest(work.connection());
		if (lost.isPresent() && live + 1 >= Succession.MOST) {
			// one of ours may yet come to light at Microsoft, and would be one too many
			Instant now = this.clock.instant();
			Instant settled = lost.get().plus(this.properties.settle());
			return new StepState.WaitingForMicrosoft(Waiting.since(before, now),
					settled.isAfter(now) ? settled : BackOff.next(now, before.tries(), null), null);
		}
		return make(run, work, application);
	}

	private StepState make(Run run, Work work, Application application) {
		Plan plan = run.plan();
		SecretWish wish = new SecretWish(type(run), plan.secretDescription().value(), plan.lifetimeDays());
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
			case SecretOutcome.RecipientUnproven() -> unproven();
			case SecretOutcome.LifetimeRefused(MicrosoftException cause) ->
				new StepState.Failed(Words.of(cause), Lifetimes.waysOut(wish.lifetimeDays()));
			case SecretOutcome.TypeRefused(MicrosoftException cause) ->
				new StepState.Failed(Words.of(cause), List.of(WayOut.CERTIFICATE));
		};
	}

	private static StepState unproven() {
		return new StepState.Failed(Words.own("recipient-unproven", ""), List.of(WayOut.TRY_AGAIN));
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

	// An organisation that wants certificates goes on with certificates.
	private CredentialType type(Run run) {
		return this.superseded.of(run.connection().id())
			.versions()
			.stream()
			.filter(CredentialVersion::isOurs)
			.findFirst()
			.filter((latest) -> latest.type() == CredentialType.CERTIFICATE)
			.map(CredentialVersion::type)
			.orElse(run.plan().credentialType());
	}

	/**
	 * What is done about secrets that are there already.
	 *
	 * @param leftovers those whose value was lost
	 * @param superseded those that a newer one has followed
	 */
	@Component
	record Former(Leftovers leftovers, Superseded superseded) {

	}

}
