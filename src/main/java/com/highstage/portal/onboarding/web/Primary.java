package com.highstage.portal.onboarding.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.Step;

/**
 * What the one primary button of a step's page does.
 */
public enum Primary {

	/** Look at the portal working. */
	PROGRESS,

	/** Make a link for a colleague who may do this step. */
	COLLEAGUE,

	/** Only looking is possible: back to the overview. */
	LOOK,

	/** The organisation has to allow the portal first. */
	ALLOW_FIRST,

	/** The person has to sign in again. */
	SIGN_IN,

	/** The person has signed in again: go on. */
	GO_ON,

	/** Microsoft's own consent page. */
	MICROSOFT,

	/** The first of the step's ways out. */
	WAY_OUT,

	/** Ask Microsoft once more. */
	CHECK,

	/** The step is done, but the check asks for something that is made here. */
	MEND,

	/** The step is done: to whatever comes next. */
	NEXT,

	/** The page's own form. */
	FORM;

	/** What a colleague can be sent a link for. */
	static final Set<Step> BY_COLLEAGUES = Set.of(Step.ALLOW, Step.CONSENT, Step.MAILBOXES);

	static Primary on(JourneyPage page) {
		StepView step = page.step();
		if (step == null) {
			return NEXT;
		}
		if (step.is("running") || step.is("waiting-for-microsoft")) {
			return PROGRESS;
		}
		if (step.is("done")) {
			return (leadsHere(page, step.step()) && step.mayAct()) ? MEND : NEXT;
		}
		if (step.step() == Step.ALLOW && page.allowedMeanwhile()) {
			return SIGN_IN;
		}
		if (!step.mayAct()) {
			return BY_COLLEAGUES.contains(step.step()) ? COLLEAGUE : LOOK;
		}
		if (step.step() != Step.ALLOW && page.allowFirst()) {
			return ALLOW_FIRST;
		}
		Primary wanted = wanted(page, step);
		if (wanted != null) {
			return wanted;
		}
		return (page.overview().next() instanceof Overview.Next.Progress) ? PROGRESS : FORM;
	}

	private static boolean leadsHere(JourneyPage page, Step step) {
		return page.overview().next() instanceof Overview.Next.Page(Step next) && next == step;
	}

	private static @Nullable Primary wanted(JourneyPage page, StepView step) {
		if ("SIGN_IN".equals(step.details().reason())) {
			return page.authorised() ? GO_ON : SIGN_IN;
		}
		if (step.step() == Step.CONSENT && step.offersMicrosoftPage()) {
			return MICROSOFT;
		}
		if (!step.ownWaysOut().isEmpty()) {
			return WAY_OUT;
		}
		return (step.is("failed") || step.is("not-checked")) ? CHECK : null;
	}

}
