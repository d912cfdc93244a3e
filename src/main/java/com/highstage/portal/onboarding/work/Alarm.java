package com.highstage.portal.onboarding.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.onboarding.StepState.Reason;

/**
 * When the portal looks again by itself.
 */
final class Alarm {

	/** The value for checks is kept for so long, and with it the ability to look. */
	private static final Duration LONGEST_WAIT = Duration.ofDays(7);

	private static final int SLOWLY = 3;

	private Alarm() {
	}

	static Optional<Instant> after(Collection<StepRecord> records, Instant now, Stream<Optional<Instant>> others) {
		return Stream
			.concat(records.stream().flatMap((record) -> Stream.ofNullable(look(record, now))),
					others.flatMap(Optional::stream))
			.min(Instant::compareTo);
	}

	private static @Nullable Instant look(StepRecord record, Instant now) {
		return switch (record.state()) {
			case StepState.WaitingForMicrosoft waiting -> waiting.nextLook();
			case StepState.WaitingForColleague waiting -> slowly(record, waiting.since(), now);
			case StepState.WaitingForYou waiting when isNoticed(record.step(), waiting.reason()) ->
				slowly(record, waiting.since(), now);
			default -> null;
		};
	}

	// what a person does elsewhere is noticed by looking
	private static boolean isNoticed(Step step, Reason reason) {
		return switch (reason) {
			case MICROSOFT_PAGE, BY_HAND, SCRIPT -> true;
			case SIGN_IN -> step == Step.MAILBOXES;
			case CHOOSE, NAME_MAILBOXES -> false;
		};
	}

	private static @Nullable Instant slowly(StepRecord record, Instant since, Instant now) {
		return since.plus(LONGEST_WAIT).isAfter(now) ? BackOff.next(now, record.tries() + SLOWLY, null) : null;
	}

}
