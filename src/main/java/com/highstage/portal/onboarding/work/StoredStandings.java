package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;

import com.highstage.portal.account.Ability;
import com.highstage.portal.consent.ConsentLinks;
import com.highstage.portal.consent.ConsentRequests;
import com.highstage.portal.invitation.Link;
import com.highstage.portal.mailbox.MailboxCount;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Standings;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.TenantId;

/**
 * Standings from the database.
 */
@Service
class StoredStandings implements Standings {

	private final Onboardings onboardings;

	private final Connections connections;

	private final ConsentLinks links;

	private final ConsentRequests requests;

	StoredStandings(Onboardings onboardings, Connections connections, ConsentLinks links, ConsentRequests requests) {
		this.onboardings = onboardings;
		this.connections = connections;
		this.links = links;
		this.requests = requests;
	}

	@Override
	public Standing of(TenantId tenant) {
		Optional<Connection> connection = this.connections.find(tenant)
			.filter((known) -> !this.connections.isEnded(known.id()));
		Optional<Onboarding> onboarding = connection.flatMap((ignored) -> this.onboardings.latest(tenant));
		Map<Step, StepRecord> steps = onboarding.map(Onboarding::id)
			.map(this.onboardings::steps)
			.orElseGet(Background::untouched);
		Background background = new Background(onboarding.orElse(null), Plan.standard(), connection.orElse(null), null,
				steps, MailboxCount.NONE, Background.NOTHING);
		Optional<Link> asked = background.step(Step.ALLOW).report().state().isDone() ? Optional.empty()
				: this.links.waiting(tenant, true);
		return new Standing(onboarding.orElse(null),
				Arrays.stream(Step.values())
					.map((step) -> report(tenant, background.step(step).report(), asked))
					.toList(),
				asked.map(Link::expiresAt).orElse(null));
	}

	private Report report(TenantId tenant, Report stored, Optional<Link> asked) {
		return asked.filter((link) -> stored.step() == Step.ALLOW)
			.map((link) -> new Report(Step.ALLOW, asked(tenant, link.createdAt()), stored.lookedUpAt()))
			.orElse(stored);
	}

	// whether the colleague has allowed it, only another sign-in can tell
	private StepState asked(TenantId tenant, Instant since) {
		return this.requests.portalReturnedAt(tenant)
			.filter(since::isBefore)
			.<StepState>map((at) -> new StepState.WaitingForYou(at, StepState.Reason.SIGN_IN, null, List.of()))
			.orElseGet(() -> new StepState.WaitingForColleague(since, Ability.ALLOW));
	}

}
