package com.highstage.portal.onboarding.work;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import com.highstage.portal.registration.Connection.PassedCheck;
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
			.filter((step) -> this.person.may(step.needs()))
			.collect(Collectors.toSet());
		Set<Step> colleague = Arrays.stream(Step.values())
			.filter((step) -> !canDo.contains(step))
			.collect(Collectors.toSet());
		Report check = check();
		Connection connection = this.background.connection();
		return new Overview(this.person.organisationName(), this.background.onboarding(), plan(), this.steps, check,
				FactsOf.of(this.background, this.found), canDo, colleague, next(canDo, check),
				connection != null && connection.finishedAt() != null);
	}

	private Plan plan() {
		Onboarding onboarding = this.background.onboarding();
		boolean foreign = onboarding == null && this.found != null && this.found.existing() != null;
		return (foreign && this.found != null && this.found.existing() != null)
				? Plan.standard().withApplication(new PlainName(this.found.existing().displayName()), "")
				: this.background.plan();
	}

	private Report check() {
		Connection connection = this.background.connection();
		PassedCheck passed = (connection != null) ? connection.checked() : null;
		boolean covers = passed != null && this.background.credential() != null
				&& passed.sequence() == this.background.credential().sequence()
				&& passed.permissions().containsAll(this.background.plan().permissions());
		return (covers && passed != null) ? new Report(Step.CHECK, new StepState.Done(), passed.at())
				: this.background.step(Step.CHECK).report();
	}

	private Next next(Set<Step> canDo, Report check) {
		if (canDo.isEmpty()) {
			return new Next.Look();
		}
		if (isAtWork()) {
			return new Next.Progress();
		}
		Step step = firstOpen();
		if (step != null) {
			return new Next.Page(step);
		}
		return switch (check.state()) {
			case StepState.Done ignored -> new Next.DonePage();
			case StepState.WaitingForMicrosoft ignored -> new Next.DonePage();
			case StepState.WaitingForYou waiting when waiting.waysOut().contains(WayOut.NEW_SECRET) ->
				new Next.Page(Step.SECRET);
			case StepState.Failed failed when failed.waysOut().contains(WayOut.NEW_SECRET) ->
				new Next.Page(Step.SECRET);
			default -> new Next.Page(Step.CONSENT);
		};
	}

	private boolean isAtWork() {
		List<StepState> states = Stream.concat(this.steps.stream(), Stream.of(check())).map(Report::state).toList();
		boolean running = states.stream().anyMatch(StepState.Running.class::isInstance);
		boolean waits = states.stream().anyMatch(StepState.WaitingForMicrosoft.class::isInstance);
		boolean rest = states.stream().anyMatch(StepState.NotStarted.class::isInstance);
		return this.background.active() && (running || (waits && rest));
	}

	private @Nullable Step firstOpen() {
		return this.steps.stream()
			.filter((report) -> report.step() != Step.ALLOW || !this.background.byHand())
			.filter((report) -> !report.state().isDone() && !(report.state() instanceof StepState.WaitingForMicrosoft))
			.map(Report::step)
			.findFirst()
			.orElse(null);
	}

}
