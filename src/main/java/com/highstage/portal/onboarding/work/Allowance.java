package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Refusal;
import com.highstage.portal.account.Refusals;
import com.highstage.portal.account.Resource;
import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;

/**
 * Whether the organisation allows the portal: it does where Microsoft gives its people a
 * token for it.
 */
@Component
class Allowance {

	private static final Set<String> NOT_ALLOWED_YET = Set.of("AADSTS65001", "AADSTS90093", "AADSTS90094",
			"AADSTS90095", "consent_required");

	private static final Set<String> SIGN_IN = Set.of("interaction_required", "login_required", "AADSTS50058");

	private final DelegatedTokens tokens;

	private final Refusals refusals;

	private final ConsentLinks links;

	private final ConsentRequests requests;

	private final Clock clock;

	Allowance(DelegatedTokens tokens, Refusals refusals, ConsentLinks links, ConsentRequests requests, Clock clock) {
		this.tokens = tokens;
		this.refusals = refusals;
		this.links = links;
		this.requests = requests;
		this.clock = clock;
	}

	Report of(Person person, StepRecord stored) {
		if (!person.may(Ability.REGISTER) && stored.state().isDone()) {
			// others have found it so, and this person needs no token for it
			return stored.report();
		}
		if (this.tokens.find(person.signIn(), Resource.GRAPH_APPLICATIONS).isPresent()) {
			return new Report(Step.ALLOW, new StepState.Done(), this.clock.instant());
		}
		Optional<Refusal> refusal = this.refusals.find(person.signIn(), Resource.GRAPH_APPLICATIONS);
		return refusal.map((why) -> new Report(Step.ALLOW, state(person, why), why.at()))
			.orElseGet(() -> new Report(Step.ALLOW, unasked(person, stored), stored.lookedUpAt()));
	}

	/**
	 * Whether a person can ask the directory now.
	 * @param person who looks
	 * @return true if there is a token for it
	 */
	boolean openToDirectory(Person person) {
		return this.tokens.find(person.signIn(), Resource.GRAPH_APPLICATIONS).isPresent();
	}

	/**
	 * Whether a person can ask Exchange now.
	 * @param person who looks
	 * @return true if there is a token for it
	 */
	boolean openToExchange(Person person) {
		return this.tokens.find(person.signIn(), Resource.EXCHANGE).isPresent();
	}

	private StepState state(Person person, Refusal refusal) {
		if (NOT_ALLOWED_YET.contains(refusal.code())) {
			// a colleague may have allowed it since: only another sign-in can tell
			return this.requests.portalReturnedAt(person.tenant())
				.filter(refusal.at()::isBefore)
				.map(Allowance::signIn)
				.orElseGet(() -> notAllowed(person));
		}
		if (SIGN_IN.contains(refusal.code())) {
			return signIn(refusal.at());
		}
		return new StepState.Failed(Explanations.of(refusal.code(), refusal.reference()), List.of(WayOut.TRY_AGAIN));
	}

	private StepState unasked(Person person, StepRecord stored) {
		Instant before = stored.lookedUpAt();
		return (stored.state().isDone() && before != null) ? signIn(before) : notAllowed(person);
	}

	private StepState notAllowed(Person person) {
		return this.links.waiting(person.tenant(), true)
			.<StepState>map((link) -> new StepState.WaitingForColleague(link.createdAt(), Ability.ALLOW))
			.orElseGet(StepState.NotStarted::new);
	}

	private static StepState signIn(Instant since) {
		return new StepState.WaitingForYou(since, StepState.Reason.SIGN_IN, null, List.of());
	}

}
