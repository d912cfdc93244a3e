package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.LeaseLostException;

/**
 * Works on one journey: takes the lease, advances the first step that is not done until
 * the goal is reached or something has to be waited for, and gives the lease back.
 */
@Component
class Worker {

	private static final Logger logger = LoggerFactory.getLogger(Worker.class);

	private static final Duration BUSY = Duration.ofMillis(250);

	private static final Duration IN_THE_WAY = Duration.ofSeconds(1);

	private final Runs runs;

	private final Steps steps;

	private final Sweep sweep;

	private final Closings closings;

	private final Clock clock;

	Worker(Runs runs, Steps steps, Sweep sweep, Closings closings, Clock clock) {
		this.runs = runs;
		this.steps = steps;
		this.sweep = sweep;
		this.closings = closings;
		this.clock = clock;
	}

	/**
	 * Works as far as it gets.
	 * @param id the journey
	 * @return when to come back although this work is over, because somebody else is at
	 * it
	 */
	Optional<Instant> work(OnboardingId id) {
		boolean asked = true;
		while (asked) {
			Optional<Run> begun = this.runs.begin(id);
			if (begun.isEmpty()) {
				return this.runs.isActive(id) ? Optional.of(this.clock.instant().plus(BUSY)) : Optional.empty();
			}
			asked = work(begun.get());
		}
		return Optional.empty();
	}

	/**
	 * Works as far as it gets.
	 * @param run the run
	 * @return whether somebody has asked for something else meanwhile, which is best done
	 * at once: their own waking found this run at work
	 */
	private boolean work(Run run) {
		try {
			this.runs.end(run, next(run));
			return this.runs.isOutdated(run);
		}
		catch (LeaseLostException ex) {
			logger.info("{}", ex.getMessage());
			return false;
		}
		catch (TransientDataAccessException ex) {
			// what was done stands in the rows, as after a kill
			logger.warn("Something was in the way of journey {}, which goes on soon: {}", run.onboarding().id(),
					ex.getMessage());
			this.runs.end(run, new Ending.Wait(this.clock.instant().plus(IN_THE_WAY)));
			return this.runs.isOutdated(run);
		}
	}

	private Ending next(Run run) {
		Map<Step, StepRecord> records = advance(run);
		Optional<Instant> unsettled = this.sweep.clean(run);
		boolean proven = isDone(records, Step.CHECK);
		Optional<Instant> closing = this.closings.look(run, proven);
		if (isDone(records, Step.MAILBOXES) && proven && unsettled.isEmpty()) {
			return closing.<Ending>map(Ending.Closing::new).orElseGet(Ending.Finished::new);
		}
		return Alarm.after(records.values(), this.clock.instant(), Stream.of(unsettled, closing))
			.<Ending>map(Ending.Wait::new)
			.orElseGet(Ending.Idle::new);
	}

	private Map<Step, StepRecord> advance(Run run) {
		Map<Step, StepRecord> records = this.runs.steps(run);
		Step goal = run.onboarding().goal();
		boolean startedAgain = false;
		boolean lookedBack = false;
		for (int position = 0; goal != null && position <= goal.ordinal(); position++) {
			Step step = Step.values()[position];
			StepRecord before = records.getOrDefault(step, StepRecord.untouched(step));
			if (before.state().isDone() || (run.byHand() && step == Step.ALLOW)) {
				continue;
			}
			Advanced advanced;
			try {
				advanced = advance(run, records, before);
			}
			catch (ApplicationGoneException ex) {
				if (startedAgain) {
					break;
				}
				startedAgain = true;
				records.put(Step.REGISTER, StepRecord.untouched(Step.REGISTER));
				position = Step.REGISTER.ordinal() - 1;
				continue;
			}
			if (advanced == Advanced.OUTDATED) {
				break;
			}
			if (advanced == Advanced.DONE && step == Step.CHECK && !isDone(records, Step.MAILBOXES) && !lookedBack) {
				// real logins have shown what nobody could look up
				lookedBack = true;
				position = Step.MAILBOXES.ordinal() - 1;
			}
		}
		return records;
	}

	private Advanced advance(Run run, Map<Step, StepRecord> records, StepRecord before) {
		boolean begins = Order.mayBegin(before.step(), records, run.byHand());
		if (!begins && !(before.state() instanceof StepState.Running)) {
			return Advanced.NOT_DONE;
		}
		StepRecord after = begins ? before.found(this.steps.advance(run, before), this.clock.instant())
				: StepRecord.untouched(before.step());
		records.put(before.step(), after);
		if (!this.runs.save(run, after)) {
			return Advanced.OUTDATED;
		}
		return after.state().isDone() ? Advanced.DONE : Advanced.NOT_DONE;
	}

	private static boolean isDone(Map<Step, StepRecord> records, Step step) {
		return records.get(step) instanceof StepRecord record && record.state().isDone();
	}

	private enum Advanced {

		/** The step is done. */
		DONE,
		/** It is not, or could not be begun. */
		NOT_DONE,
		/** Somebody asked for something else meanwhile. */
		OUTDATED

	}

}
