package com.highstage.portal.onboarding.web.progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.highstage.portal.onboarding.web.JourneyPage;
import com.highstage.portal.onboarding.web.StepView;

/**
 * How far the portal has come.
 *
 * @param steps every step, the check among them
 * @param done how many steps are done
 * @param mark changes with what the page shows
 * @param current the step that something is to be said about, the check among them
 */
record Progress(List<StepView> steps, int done, String mark, Optional<StepView> current) {

	static Progress of(JourneyPage page) {
		List<StepView> steps = page.steps();
		int done = (int) steps.stream().filter((step) -> step.is("done")).count();
		String mark = steps.stream().map((step) -> step.state() + minute(step)).collect(Collectors.joining(".")) + "."
				+ page.nextKey() + page.overview().facts().mailboxes();
		List<StepView> open = steps.stream().filter((step) -> !step.is("done")).toList();
		// who does everything by hand need not have allowed the portal anything
		Optional<StepView> current = open.stream()
			.filter((step) -> !step.is("not-started"))
			.findFirst()
			.or(() -> open.stream().findFirst());
		return new Progress(steps, done, Integer.toHexString(mark.hashCode()), current);
	}

	/**
	 * Whether somebody or something else has its turn, so that the page follows by
	 * itself.
	 * @return true if the first open step waits
	 */
	public boolean waits() {
		return this.current.filter((step) -> step.state().startsWith("waiting")).isPresent();
	}

	private static String minute(StepView step) {
		return Stream.ofNullable(step.details().since())
			.filter((since) -> !since.key().endsWith("seconds"))
			.map((since) -> since.key() + since.amount())
			.findFirst()
			.orElse("");
	}

}
