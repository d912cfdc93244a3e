package com.highstage.portal.onboarding.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Ability;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.WayOut;

/**
 * One step as a page shows it.
 *
 * @param step the step
 * @param state the state's name in message keys and style classes
 * @param lookedUp when Microsoft was asked
 * @param details what the state says beyond its name
 * @param mayAct whether the signed-in person's roles suffice for it
 */
public record StepView(Step step, String state, @Nullable Moment lookedUp, Details details, boolean mayAct) {

	/**
	 * The step's place, beginning with 1.
	 * @return the place
	 */
	public int number() {
		return this.step.ordinal() + 1;
	}

	/**
	 * The step's name in message keys.
	 * @return the lower-case name
	 */
	public String key() {
		return this.step.path();
	}

	/**
	 * Whether the state is the given one.
	 * @param name the state's name
	 * @return true if so
	 */
	public boolean is(String name) {
		return this.state.equals(name);
	}

	/**
	 * The state as it stands beside what is wrong with a finished connection: what was
	 * done once is never "not started", and what somebody has undone is not done.
	 * @param troubles what is wrong
	 * @return the state's name
	 */
	public String beside(List<TroubleView> troubles) {
		boolean undone = !troubles.isEmpty()
				&& (this.step == Step.CHECK || troubles.stream().anyMatch((trouble) -> trouble.undoes(this.step)));
		if (is("not-started") ? troubles.isEmpty() : !(undone && is("done"))) {
			return this.state;
		}
		return this.mayAct ? "waiting-for-you" : "waiting-for-colleague";
	}

	/**
	 * Whether the step offers Microsoft's own page.
	 * @return true if so
	 */
	public boolean offersMicrosoftPage() {
		return this.details.waysOut().contains(WayOut.MICROSOFT_PAGE) || wantsMicrosoftPage();
	}

	/**
	 * Whether the step waits for one press on Microsoft's own page: nothing is wrong,
	 * whatever Microsoft said to the attempt without it.
	 * @return true if so
	 */
	boolean wantsMicrosoftPage() {
		return "MICROSOFT_PAGE".equals(this.details.reason());
	}

	/**
	 * The ways out that the portal itself takes.
	 * @return the ways out, the best first
	 */
	public List<WayOut> ownWaysOut() {
		return this.details.waysOut().stream().filter((way) -> way != WayOut.MICROSOFT_PAGE).toList();
	}

	/**
	 * What a state says beyond its name; parts that do not apply are null or empty.
	 *
	 * @param since when the waiting began
	 * @param nextLook when the portal looks again by itself
	 * @param reason what the person has to do
	 * @param needs what a colleague must be able to do
	 * @param explanation what Microsoft said
	 * @param waysOut what can be chosen
	 */
	public record Details(@Nullable Moment since, @Nullable Moment nextLook, @Nullable String reason,
			@Nullable Ability needs, @Nullable Explanation explanation, List<WayOut> waysOut) {

		static final Details NONE = new Details(null, null, null, null, null, List.of());

	}

}
