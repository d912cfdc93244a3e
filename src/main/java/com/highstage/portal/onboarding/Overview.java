package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where an organisation stands, as one person sees it.
 *
 * @param organisationName the organisation's display name
 * @param onboarding the active journey, else the latest; null if there was none
 * @param plan the journey's plan, else the defaults for this person
 * @param steps every step, in their order
 * @param facts what was found
 * @param canDo steps that this person's roles suffice for
 * @param needsColleague steps for which a colleague is needed
 * @param next what the page's primary button leads to
 * @param finished whether the connection is finished
 */
public record Overview(String organisationName, @Nullable Onboarding onboarding, Plan plan, List<Report> steps,
		Facts facts, Set<Step> canDo, Set<Step> needsColleague, Next next, boolean finished) {

	public Overview {
		steps = List.copyOf(steps);
		canDo = Set.copyOf(canDo);
		needsColleague = Set.copyOf(needsColleague);
	}

	/**
	 * The report of one step.
	 * @param step the step
	 * @return its report
	 */
	public Report report(Step step) {
		return this.steps.get(step.ordinal());
	}

	/**
	 * Whether this person may change anything at all.
	 * @return false for a person who can only look
	 */
	public boolean mayAct() {
		return !this.canDo.isEmpty();
	}

	/**
	 * Whether a journey is under way.
	 * @return false before the first and after the last
	 */
	public boolean isActive() {
		return this.onboarding != null && this.onboarding.status() == Onboarding.Status.ACTIVE;
	}

	/**
	 * Whether this person may set the application up, by the portal or by hand.
	 * @return false for a person who can only open mailboxes, or look
	 */
	public boolean mayRegister() {
		return this.canDo.contains(Step.REGISTER);
	}

	/**
	 * One step's state.
	 *
	 * @param step the step
	 * @param state where it stands
	 * @param lookedUpAt when Microsoft was asked; null if it was not
	 */
	public record Report(Step step, StepState state, @Nullable Instant lookedUpAt) {

	}

	/**
	 * What comes next.
	 */
	public sealed interface Next {

		/**
		 * A step's page.
		 *
		 * @param step the step
		 */
		record Page(Step step) implements Next {

		}

		/**
		 * The portal is working: live progress.
		 */
		record Progress() implements Next {

		}

		/**
		 * Every step is done or waits for Microsoft: the done page.
		 */
		record DonePage() implements Next {

		}

		/**
		 * This person can only look: check again, or send a link to a colleague.
		 */
		record Look() implements Next {

		}

	}

}
