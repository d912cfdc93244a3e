package com.highstage.portal.onboarding.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.WayOut;

/**
 * Says steps as pages show them.
 */
@Component
public class StepViews {

	private final Moments moments;

	StepViews(Moments moments) {
		this.moments = moments;
	}

	StepView of(Overview overview, Overview.Report report) {
		boolean mayAct = overview.canDo().contains(report.step());
		if (mayAct && report.state() instanceof StepState.WaitingForColleague waiting) {
			return new StepView(report.step(), "waiting-for-you", this.moments.of(report.lookedUpAt()),
					awaited(waiting), true);
		}
		return of(report, mayAct);
	}

	/**
	 * Says a step as pages show it.
	 * @param report where it stands
	 * @param mayAct whether who looks may act on it
	 * @return the step
	 */
	public StepView of(Overview.Report report, boolean mayAct) {
		return new StepView(report.step(), report.state().key(), this.moments.of(report.lookedUpAt()),
				details(report.state()), mayAct);
	}

	// the colleague whom the others wait for is who looks at the page
	private StepView.Details awaited(StepState.WaitingForColleague waiting) {
		return new StepView.Details(this.moments.of(waiting.since()), null, "YOURS", null, null, List.of());
	}

	private StepView.Details details(StepState state) {
		return switch (state) {
			case StepState.WaitingForMicrosoft waiting -> new StepView.Details(this.moments.of(waiting.since()),
					this.moments.next(waiting.nextLook()), null, null, waiting.explanation(), List.of());
			case StepState.WaitingForColleague waiting ->
				new StepView.Details(this.moments.of(waiting.since()), null, null, waiting.needs(), null, List.of());
			case StepState.WaitingForYou waiting -> new StepView.Details(this.moments.of(waiting.since()), null,
					waiting.reason().name(), null, waiting.explanation(), waiting.waysOut());
			case StepState.Failed failed -> explained(failed.explanation(), failed.waysOut());
			case StepState.NotChecked unknown -> explained(unknown.explanation(), List.of());
			case StepState.NotStarted ignored -> StepView.Details.NONE;
			case StepState.Running ignored -> StepView.Details.NONE;
			case StepState.Done ignored -> StepView.Details.NONE;
		};
	}

	private static StepView.Details explained(@Nullable Explanation explanation, List<WayOut> waysOut) {
		return new StepView.Details(null, null, null, null, explanation, waysOut);
	}

}
