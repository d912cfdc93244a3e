package com.highstage.portal.onboarding.work;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Person;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Overview.Next;
import com.highstage.portal.onboarding.Overview.Report;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.tenant.PlainName;

/**
 * Puts an overview together for one person.
 *
 * @param person who looks
 * @param background what the database knows
 * @param steps the steps that have a page
 * @param found what Microsoft has; null if it was not asked
 */
record OverviewOf(Person person, Background background, List<Report> steps, @Nullable Found found) {

	Overview overview() {
		Set<Step> canDo = Arrays.stream(Step.values())
			.filter((step) -> step.isFor(this.person))
			.collect(Collectors.toSet());
		Set<Step> colleague = Arrays.stream(Step.values())
			.filter((step) -> !canDo.contains(step))
			.collect(Collectors.toSet());
		Connection connection = this.background.connection();
		return new Overview(this.person.organisationName(), this.background.onboarding(), plan(), this.steps,
				FactsOf.of(this.background, this.found), canDo, colleague, next(canDo),
				connection != null && connection.finishedAt() != null);
	}

	private Plan plan() {
		Onboarding onboarding = this.background.onboarding();
		Plan first = this.background.first();
		boolean foreign = onboarding == null && this.found != null && this.found.existing() != null;
		return (foreign && this.found != null && this.found.existing() != null)
				? first.withApplication(new PlainName(this.found.existing().displayName()), first.contact())
				: this.background.plan();
	}

	private Next next(Set<Step> canDo) {
		if (canDo.isEmpty()) {
			return new Next.Look();
		}
		if (isAtWork()) {
			return new Next.Progress();
		}
		List<Report> open = open();
		if (open.isEmpty()) {
			return new Next.DonePage();
		}
		if (open.getFirst().step() == Step.ALLOW && canDo.contains(Step.REGISTER)) {
			return new Next.Page(Step.ALLOW);
		}
		return new Next.Page(open.stream()
			.filter((report) -> canDo.contains(report.step()) && canBegin(report))
			.findFirst()
			.or(() -> open.stream().filter((report) -> !waitsForColleague(report) && canBegin(report)).findFirst())
			.map(Report::step)
			.map(this::mended)
			.orElse(open.getFirst().step()));
	}

	/**
	 * A lost value is mended where secrets are made.
	 */
	private Step mended(Step step) {
		List<WayOut> waysOut = switch (this.steps.get(step.ordinal()).state()) {
			case StepState.WaitingForYou waiting -> waiting.waysOut();
			case StepState.Failed failed -> failed.waysOut();
			default -> List.of();
		};
		return (step == Step.CHECK && waysOut.contains(WayOut.NEW_SECRET)) ? Step.SECRET : step;
	}

	private boolean canBegin(Report report) {
		return switch (report.step()) {
			case MAILBOXES -> this.steps.get(Step.REGISTER.ordinal()).state().isDone();
			case CHECK -> !(report.state() instanceof StepState.NotStarted);
			default -> true;
		};
	}

	private static boolean waitsForColleague(Report report) {
		return report.state() instanceof StepState.WaitingForColleague;
	}

	private boolean isAtWork() {
		List<StepState> states = this.steps.stream().map(Report::state).toList();
		boolean running = states.stream().anyMatch(StepState.Running.class::isInstance);
		boolean waits = states.stream().anyMatch(StepState.WaitingForMicrosoft.class::isInstance);
		boolean rest = states.stream().anyMatch(StepState.NotStarted.class::isInstance);
		return this.background.active() && (running || (waits && rest));
	}

	private List<Report> open() {
		return this.steps.stream()
			.filter((report) -> report.step() != Step.ALLOW || !this.background.byHand())
			.filter((report) -> !report.state().isDone() && !(report.state() instanceof StepState.WaitingForMicrosoft))
			.toList();
	}

}
