package com.highstage.portal.onboarding.work;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.highstage.portal.onboarding.Step;

/**
 * Which step can be begun when. The mailboxes need only the registration: an Exchange
 * administrator does not wait until somebody else has consented.
 */
final class Order {

	private Order() {
	}

	static boolean mayBegin(Step step, Map<Step, StepRecord> records, boolean byHand) {
		return needed(step).filter((earlier) -> !byHand || earlier != Step.ALLOW)
			.allMatch((earlier) -> records.containsKey(earlier) && records.get(earlier).state().isDone());
	}

	static Optional<StepRecord> next(Step after, Map<Step, StepRecord> records, boolean byHand) {
		return Stream.of(Step.values())
			.filter((step) -> step.compareTo(after) > 0)
			.map((step) -> records.getOrDefault(step, StepRecord.untouched(step)))
			.filter((record) -> !record.state().isDone())
			.findFirst()
			.filter((record) -> mayBegin(record.step(), records, byHand));
	}

	private static Stream<Step> needed(Step step) {
		return switch (step) {
			case ALLOW -> Stream.empty();
			case MAILBOXES -> Stream.of(Step.REGISTER);
			case CHECK -> Stream.of(Step.REGISTER, Step.SECRET, Step.PERMISSIONS, Step.CONSENT);
			default -> Stream.of(Step.values()).filter((earlier) -> earlier.compareTo(step) < 0);
		};
	}

}
