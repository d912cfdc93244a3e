package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.Onboarding;
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

	private final Runs runs;

	private final Steps steps;

	private final Sweep sweep;

	private final Clock clock;

	Worker(Runs runs, Steps steps, Sweep sweep, Clock clock) {
		this.runs = runs;
		this.steps = steps;
		this.sweep = sweep;
		this.clock = clock;
	}

	/**
	 * Works as far as it gets.
	 * @param id the journey
	 * @return when to come back although this work is over, because somebody else is at
	 * it
	 */
	Optional<Instant> work(OnboardingId id) {
		Optional<Run> begun = this.runs.begin(id);
		if (begun.isEmpty()) {
			return this.runs.isActive(id) ? Optional.of(this.clock.instant().plus(BUSY)) : Optional.empty();
		}
		Run run = begun.get();
		try {
			this.runs.end(run, next(run));
		}
		catch (LeaseLostException ex) {
			logger.info("{}", ex.getMessage());
		}
		return Optional.empty();
	}

	private Ending next(Run run) {
		Map<Step, StepRecord> records = advance(run);
		Optional<Instant> unsettled = this.sweep.clean(run);
		boolean finished = records.get(Step.CHECK) instanceof StepRecord check && check.state().isDone();
		if (finished && unsettled.isEmpty()) {
			return new Ending.Finished();
		}
		return Alarm.after(records.values(), this.clock.instant(), unsettled)
			.<Ending>map(Ending.Wait::new)
			.orElseGet(Ending.Idle::new);
	}

	private Map<Step, StepRecord> advance(Run run) {
		Map<Step, StepRecord> records = this.runs.steps(run);
		Onboarding onboarding = run.onboarding();
		Step goal = onboarding.goal();
		boolean startedAgain = false;
		for (int position = 0; goal != null && position <= goal.ordinal(); position++) {
			Step step = Step.values()[position];
			StepRecord before = records.getOrDefault(step, StepRecord.untouched(step));
			if (before.state().isDone() || (run.byHand() && step == Step.ALLOW)) {
				continue;
			}
			StepState state;
			try {
				state = this.steps.advance(run, before);
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
			StepRecord after = before.found(state, this.clock.instant());
			records.put(step, after);
			if (!this.runs.save(run, after) || !state.isDone()) {
				break;
			}
		}
		return records;
	}

}
