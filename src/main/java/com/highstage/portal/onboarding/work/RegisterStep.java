package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.consent.ConsentCallback;
import com.highstage.portal.consent.MailRoles;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Registrar;
import com.highstage.portal.registration.Registrar.Wish;
import com.highstage.portal.registration.Work;

/**
 * Finds or creates the application and its enterprise application, after it has looked
 * whether the organisation has Exchange Online at all.
 */
@Component
class RegisterStep implements StepWork {

	private final LookUps lookUps;

	private final Registrar registrar;

	private final ConsentCallback callback;

	private final OnboardingProperties properties;

	private final Clock clock;

	RegisterStep(LookUps lookUps, Registrar registrar, ConsentCallback callback, OnboardingProperties properties,
			Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.lookUps = lookUps;
		this.registrar = registrar;
		this.callback = callback;
	}

	@Override
	public Step step() {
		return Step.REGISTER;
	}

	@Override
	public StepState advance(Run run, StepRecord before) {
		LookUps.Ground ground = this.lookUps.ground(run);
		if (ground.roles().isEmpty()) {
			return new StepState.Failed(Explanations.of(Cause.NO_EXCHANGE_ONLINE), List.of(WayOut.TRY_AGAIN));
		}
		MailRoles roles = ground.roles().get();
		Set<MailPermission> missing = roles.missing(run.chosen());
		if (!missing.isEmpty()) {
			return failed("permission-not-offered", missing.toString());
		}
		run.roles(roles);
		if (ground.application().isEmpty() && isSpreading(run)) {
			Instant now = this.clock.instant();
			return new StepState.WaitingForMicrosoft(Waiting.since(before, now),
					BackOff.next(now, before.tries(), null), Explanations.of(Cause.STILL_SPREADING));
		}
		ServicePrincipal principal = register(run, ground, roles);
		this.lookUps.refreshConnection(run);
		return principal.enabled() ? new StepState.Done()
				: new StepState.Failed(Explanations.of(Cause.APPLICATION_DISABLED), List.of(WayOut.TRY_AGAIN));
	}

	private boolean isSpreading(Run run) {
		return run.connection().application().clientId() != null && this.registrar.lastCreated(run.connection())
			.filter((at) -> at.plus(this.properties.settle()).isAfter(this.clock.instant()))
			.isPresent();
	}

	private ServicePrincipal register(Run run, LookUps.Ground ground, MailRoles roles) {
		Work work = run.work(Step.REGISTER);
		Application application = ground.application()
			.map((found) -> this.registrar.adopt(work, run.connection(), found, wish(run, roles)))
			.orElseGet(() -> this.registrar.create(work, run.connection(), wish(run, roles)));
		run.application(application);
		if (ground.application().isEmpty()) {
			return this.registrar.ensurePrincipal(work, run.connection(), application);
		}
		ServicePrincipal principal = this.registrar.findPrincipal(run.delegation(), application.clientId())
			.orElseGet(() -> this.registrar.ensurePrincipal(work, run.connection(), application));
		this.registrar.remember(work, run.connection(), principal);
		return principal;
	}

	private Wish wish(Run run, MailRoles roles) {
		Step goal = run.onboarding().goal();
		boolean declare = goal != null && goal.compareTo(Step.PERMISSIONS) >= 0;
		return new Wish(run.plan().applicationName().value(), this.callback.address().toString(),
				declare ? roles.declarations(run.chosen()) : Set.of());
	}

	private static StepState failed(String key, String code) {
		return new StepState.Failed(Words.own(key, code), List.of(WayOut.TRY_AGAIN));
	}

}
