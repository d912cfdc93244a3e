package com.highstage.portal.onboarding.web;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Plan;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;

/**
 * What every page of the journey shows: where the organisation stands, and what the page
 * is about.
 *
 * @param overview where the organisation stands
 * @param steps every step, in their order
 * @param step the page's own step; null on pages about all of them
 * @param guide the values for doing it by hand
 * @param authorised whether the portal can act for the person right now
 */
public record JourneyPage(Overview overview, List<StepView> steps, @Nullable StepView step, HandGuide guide,
		boolean authorised) {

	/**
	 * The last step: the check of everything.
	 * @return that step
	 */
	public StepView check() {
		return this.steps.getLast();
	}

	/**
	 * Where the primary button leads when the page itself has nothing to do.
	 * @return a local path
	 */
	public String nextPath() {
		return switch (this.overview.next()) {
			case Overview.Next.Page(Step next) -> "/onboarding/" + next.path();
			case Overview.Next.Progress() -> "/onboarding/progress";
			case Overview.Next.DonePage() -> "/onboarding/done";
			case Overview.Next.Look() -> "/onboarding";
		};
	}

	/**
	 * The name of what comes next, in message keys.
	 * @return {@code page}, {@code progress}, {@code done} or {@code look}
	 */
	public String nextKey() {
		return switch (this.overview.next()) {
			case Overview.Next.Page ignored -> "page";
			case Overview.Next.Progress() -> "progress";
			case Overview.Next.DonePage() -> "done";
			case Overview.Next.Look() -> "look";
		};
	}

	/**
	 * What the primary button of a step's page does.
	 * @return what there is to do here
	 */
	public Primary primary() {
		return Primary.on(this);
	}

	/**
	 * Whether the organisation has yet to allow the portal before this step can be done.
	 * @return true if so
	 */
	boolean allowFirst() {
		Onboarding onboarding = this.overview.onboarding();
		boolean byHand = onboarding != null && onboarding.mode() == Onboarding.Mode.BY_HAND;
		StepState allowed = this.overview.report(Step.ALLOW).state();
		return !byHand && (allowed instanceof StepState.NotStarted || allowed instanceof StepState.WaitingForColleague);
	}

	/**
	 * Whether the person's next sign-in may show that a colleague has allowed the portal.
	 * @return true if so
	 */
	boolean allowedMeanwhile() {
		return this.overview.canDo().contains(Step.REGISTER)
				&& this.overview.report(Step.ALLOW).state() instanceof StepState.WaitingForYou;
	}

	/**
	 * The first step whose state needs words of its own: a failure, or a look-up that did
	 * not succeed.
	 * @return that step
	 */
	public Optional<StepView> problem() {
		return this.steps.stream()
			.filter((each) -> each.details().explanation() != null && !each.wantsMicrosoftPage())
			.findFirst();
	}

	/**
	 * What a colleague is asked for first.
	 * @return the first open step that there are links for
	 */
	public StepView colleagueStep() {
		return this.steps.stream()
			.filter((each) -> Primary.BY_COLLEAGUES.contains(each.step()) && !each.is("done"))
			.findFirst()
			.orElse(this.steps.get(Step.MAILBOXES.ordinal()));
	}

	/**
	 * The lifetimes to choose from, the planned one among them.
	 * @return the lifetimes in days
	 */
	public SortedSet<Integer> lifetimes() {
		SortedSet<Integer> lifetimes = new TreeSet<>(Plan.LIFETIMES);
		lifetimes.add(this.overview.plan().lifetimeDays());
		return lifetimes;
	}

	/**
	 * The mark of the plan that this page shows.
	 * @return what the page's form sends back
	 */
	public String mark() {
		return PlanForm.mark(this.overview.plan());
	}

	/**
	 * Whether a step is done.
	 * @param name the step's path
	 * @return true if Microsoft said so
	 */
	public boolean done(String name) {
		return this.steps.stream().anyMatch((each) -> each.key().equals(name) && each.is("done"));
	}

}
