package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Leftovers;
import com.highstage.portal.registration.Registrar;

/**
 * Looks once more, when Microsoft has had its time, for secrets whose value was lost.
 */
@Component
class Sweep {

	private static final Logger logger = LoggerFactory.getLogger(Sweep.class);

	private final Leftovers leftovers;

	private final Registrar registrar;

	private final OnboardingProperties properties;

	private final Clock clock;

	Sweep(Leftovers leftovers, Registrar registrar, OnboardingProperties properties, Clock clock) {
		this.leftovers = leftovers;
		this.registrar = registrar;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Removes what is due.
	 * @param run the run
	 * @return when to look again; empty if nothing is left, or nobody is signed in whose
	 * authority it needs
	 */
	Optional<Instant> clean(Run run) {
		if (!run.signedIn() || run.byHand()) {
			return Optional.empty();
		}
		this.leftovers.settleOthers(run.work(Step.CHECK));
		Optional<Instant> due = this.leftovers.oldest(run.connection().id())
			.map((at) -> at.plus(this.properties.settle()));
		if (due.isEmpty() || due.get().isAfter(this.clock.instant())) {
			return due;
		}
		try {
			this.registrar.find(run.delegation(), run.connection())
				.ifPresent((fresh) -> this.leftovers.clear(run.work(Step.SECRET), fresh, this.properties.settle()));
		}
		catch (MicrosoftException ex) {
			logger.info("lost secrets could not be looked for: {}", ex.getMessage());
		}
		return this.leftovers.oldest(run.connection().id())
			.map((ignored) -> this.clock.instant().plus(this.properties.settle()));
	}

}
