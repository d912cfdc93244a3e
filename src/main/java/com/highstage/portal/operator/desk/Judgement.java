package com.highstage.portal.operator.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.onboarding.Mends;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.registration.Connection;

/**
 * Judges from the facts where a customer stands. What somebody has to do comes before
 * what only takes time, and what is true of the connection before what was said of the
 * invitation.
 *
 * @param facts what is known
 */
record Judgement(Facts facts) {

	Stand stand() {
		Connection connection = this.facts.connection();
		if (this.facts.isConnected()) {
			return connected();
		}
		if (!this.facts.left().isEmpty()) {
			return ended();
		}
		if (this.facts.customer().cancelledAt() != null) {
			return Stand.of(CustomerState.CANCELLED, this.facts.customer().cancelledAt());
		}
		if (connection != null && this.facts.ended() && !this.facts.isInvitedAgain()) {
			return ended();
		}
		Onboarding onboarding = this.facts.journey().onboarding();
		if (onboarding == null) {
			return colleagueFirst().orElseGet(() -> new Asked(this.facts).stand());
		}
		return (onboarding.status() == Onboarding.Status.ACTIVE) ? underWay() : Stand.of(CustomerState.CANCELLED, null);
	}

	/**
	 * The moment at which the passing of time alone changes the judgement.
	 * @return null if none does
	 */
	@Nullable Instant due() {
		Stream<Instant> ends = this.facts.isConnected()
				? Stream.ofNullable(this.facts.secretEnds()).filter((end) -> !this.facts.isSecretOver())
				: this.facts.linkEnds().stream();
		return Stream.concat(ends, Stream.ofNullable(this.facts.journey().waitsUntil()))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	private Stand ended() {
		Removal.Standing removal = this.facts.removal();
		return Stand.of(CustomerState.ENDED, (removal != null) ? removal.removal().start().at() : null);
	}

	private Stand connected() {
		Optional<Report> trouble = firstThatFailed().or(this::firstThatWaitsForPeople);
		if (this.facts.isSecretOver()) {
			return new Stand(CustomerState.ATTENTION, Step.SECRET, null, null, this.facts.secretEnds());
		}
		return trouble.map((report) -> stand(CustomerState.ATTENTION, report))
			.or(() -> this.facts.troubles()
				.stream()
				.findFirst()
				.map((found) -> new Stand(CustomerState.ATTENTION, Mends.step(found.kind()), null, null,
						found.since())))
			.orElseGet(() -> Stand.of(CustomerState.WORKS, null));
	}

	/** Asked to allow the portal, before the journey has a row of its own. */
	private Optional<Stand> colleagueFirst() {
		return firstThatWaitsForPeople().map(Judgement::waits);
	}

	private Stand underWay() {
		return firstThatFailed().map((report) -> stand(CustomerState.STUCK, report))
			.or(() -> first(StepState.Running.class).map((report) -> stand(CustomerState.UNDER_WAY, report)))
			.or(() -> firstThatWaitsForPeople().map(Judgement::waits))
			.or(() -> first(StepState.WaitingForMicrosoft.class)
				.map((report) -> stand(CustomerState.WAITS_MICROSOFT, report)))
			.or(() -> steps().stream()
				.filter((report) -> !report.state().isDone())
				.findFirst()
				.map((report) -> stand(CustomerState.UNDER_WAY, report)))
			.orElseGet(() -> Stand.of(CustomerState.UNDER_WAY, null));
	}

	private static Stand waits(Report report) {
		boolean colleague = report.state() instanceof StepState.WaitingForColleague;
		return stand(colleague ? CustomerState.WAITS_COLLEAGUE : CustomerState.WAITS_PERSON, report);
	}

	private Optional<Report> firstThatFailed() {
		return first(StepState.Failed.class);
	}

	private Optional<Report> firstThatWaitsForPeople() {
		return steps().stream()
			.filter((report) -> report.state() instanceof StepState.WaitingForColleague
					|| report.state() instanceof StepState.WaitingForYou)
			.findFirst();
	}

	private Optional<Report> first(Class<? extends StepState> type) {
		return steps().stream().filter((report) -> type.isInstance(report.state())).findFirst();
	}

	/** By hand, nobody has to allow the portal anything. */
	private List<Report> steps() {
		Onboarding onboarding = this.facts.journey().onboarding();
		boolean byHand = onboarding != null && onboarding.mode() == Onboarding.Mode.BY_HAND;
		return this.facts.journey()
			.steps()
			.stream()
			.filter((report) -> !byHand || report.step() != Step.ALLOW)
			.toList();
	}

	private static Stand stand(CustomerState state, Report report) {
		Ability needs = (report.state() instanceof StepState.WaitingForColleague waiting) ? waiting.needs() : null;
		StepState.Reason reason = (report.state() instanceof StepState.WaitingForYou waiting) ? waiting.reason() : null;
		return new Stand(state, report.step(), needs, reason, since(report.state()));
	}

	private static @Nullable Instant since(StepState state) {
		return switch (state) {
			case StepState.WaitingForMicrosoft waiting -> waiting.since();
			case StepState.WaitingForColleague waiting -> waiting.since();
			case StepState.WaitingForYou waiting -> waiting.since();
			default -> null;
		};
	}

}
