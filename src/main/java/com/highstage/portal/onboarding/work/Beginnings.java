package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.audit.AuditEvent;
import com.highstage.portal.audit.AuditTrail;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.registration.Connection;

/**
 * Begins journeys. The connection of the organisation stays the same, and so does the
 * plan of its latest journey.
 */
@Component
class Beginnings {

	private final Onboardings onboardings;

	private final Admission admission;

	private final FirstPlans plans;

	private final AuditTrail audit;

	private final Clock clock;

	Beginnings(Onboardings onboardings, Admission admission, FirstPlans plans, AuditTrail audit, Clock clock) {
		this.onboardings = onboardings;
		this.admission = admission;
		this.plans = plans;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Adds a journey in the caller's transaction.
	 * @param person who begins it
	 * @return the journey, active
	 */
	Onboarding of(Person person) {
		this.admission.customer(person);
		OnboardingId id = new OnboardingId(UUID.randomUUID());
		this.audit.record(new AuditEvent(person.tenant(), Actor.person(person.id(), person.name()),
				"onboarding.started", id.toString(), Map.of()));
		Optional<Onboarding> latest = this.onboardings.latest(person.tenant());
		Plan plan = latest.map(Onboarding::plan).orElseGet(() -> this.plans.of(person.tenant()));
		Connection connection = this.admission.connection(person);
		Optional<Onboarding> earlier = latest.filter((journey) -> journey.connection().equals(connection.id()));
		Onboarding begun = new Onboarding(id, person.tenant(), connection.id(), Onboarding.Status.ACTIVE, mode(earlier),
				plan, null, false, Authority.of(person), exchange(person), person.id(), person.name(),
				this.clock.instant());
		this.onboardings.add(begun);
		if (!person.may(Ability.REGISTER)) {
			earlier.ifPresent((journey) -> keepWhatWasFound(journey.id(), id));
		}
		return begun;
	}

	// Who can only open mailboxes begins where the others had come: they could not look
	// everything up again.
	private void keepWhatWasFound(OnboardingId earlier, OnboardingId begun) {
		this.onboardings.steps(earlier)
			.values()
			.stream()
			.filter((record) -> record.state().isDone() && record.step().compareTo(Step.MAILBOXES) < 0)
			.forEach((record) -> this.onboardings.save(begun, record));
	}

	private static Onboarding.Mode mode(Optional<Onboarding> latest) {
		return latest.map(Onboarding::mode).orElse(Onboarding.Mode.PORTAL);
	}

	private static @Nullable Authority exchange(Person person) {
		return person.may(Ability.MAILBOXES) ? Authority.of(person) : null;
	}

}
