package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.onboarding.Authority;
import com.highstage.portal.onboarding.Onboarding;
import com.highstage.portal.onboarding.OnboardingId;
import com.highstage.portal.onboarding.OnboardingProperties;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.registration.Connections;

/**
 * Begins, saves and ends runs, each in one transaction.
 */
@Component
class Runs {

	private final Onboardings onboardings;

	private final Connections connections;

	private final DelegatedTokens tokens;

	private final Alarms alarms;

	private final News news;

	private final OnboardingProperties properties;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Runs(Onboardings onboardings, Connections connections, DelegatedTokens tokens, Alarms alarms, News news,
			RunContext context) {
		this.onboardings = onboardings;
		this.connections = connections;
		this.tokens = tokens;
		this.alarms = alarms;
		this.news = news;
		this.properties = context.properties();
		this.transaction = new TransactionTemplate(context.transactions());
		this.clock = context.clock();
	}

	boolean isActive(OnboardingId id) {
		return this.onboardings.find(id).filter((found) -> found.status() == Onboarding.Status.ACTIVE).isPresent();
	}

	Optional<Run> begin(OnboardingId id) {
		return this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			Long epoch = this.onboardings.takeLease(id, now, now.plus(this.properties.lease()));
			if (epoch == null) {
				return Optional.<Run>empty();
			}
			HeldLease lease = new HeldLease(this.onboardings, id, epoch, this.properties.lease(), this.clock);
			return this.onboardings.find(id)
				.map((onboarding) -> new Run(onboarding, lease, this.onboardings.version(id), signedIn(onboarding),
						this.onboardings.choices(id), this.connections.get(onboarding.connection())));
		});
	}

	/**
	 * Whether a person has asked for something since a run began.
	 * @param run the run
	 * @return true if its journey goes on otherwise than the run knows
	 */
	boolean isOutdated(Run run) {
		return isActive(run.onboarding().id()) && !run.isCurrent();
	}

	Map<Step, StepRecord> steps(Run run) {
		return this.onboardings.steps(run.onboarding().id());
	}

	/**
	 * Saves a step's state and says which one is worked on next.
	 * @param run the run
	 * @param after the step
	 * @return false if a person asked for something else meanwhile, so that this run is
	 * outdated
	 */
	boolean save(Run run, StepRecord after) {
		Step goal = run.onboarding().goal();
		boolean goesOn = after.state().isDone() && goal != null && after.step().compareTo(goal) < 0;
		boolean saved = this.transaction.execute((status) -> save(run, after, goesOn));
		this.alarms.changed(run.onboarding().tenant());
		return saved;
	}

	private boolean save(Run run, StepRecord after, boolean goesOn) {
		run.lease().hold();
		if (!run.isCurrent()) {
			return false;
		}
		OnboardingId id = run.onboarding().id();
		this.onboardings.save(id, after);
		tell(run, after);
		if (goesOn) {
			Map<Step, StepRecord> records = this.onboardings.steps(id);
			Order.next(after.step(), records, run.byHand())
				.ifPresent((next) -> this.onboardings.save(id, next.running()));
		}
		return true;
	}

	void end(Run run, Ending ending) {
		OnboardingId id = run.onboarding().id();
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			switch (ending) {
				case Ending.Finished() -> finish(run);
				case Ending.Closing(Instant until) -> {
					this.news.tell(run.onboarding(), News.What.WORKS);
					this.alarms.set(id, run.lease().epoch(), until);
				}
				case Ending.Wait(Instant until) -> this.alarms.set(id, run.lease().epoch(), until);
				case Ending.Idle() -> {
				}
			}
			this.onboardings.releaseLease(id, run.lease().epoch());
		});
		this.alarms.changed(run.onboarding().tenant());
	}

	private void finish(Run run) {
		if (this.onboardings.finish(run.onboarding().id(), run.version(), this.clock.instant())) {
			this.news.tell(run.onboarding(), News.What.WORKS);
		}
	}

	// What somebody should know who has closed the page.
	private void tell(Run run, StepRecord after) {
		if (after.state() instanceof StepState.WaitingForYou waiting && waiting.reason() == StepState.Reason.SIGN_IN) {
			this.news.tell(run.onboarding(), News.What.SIGN_IN);
		}
		if (after.step() == Step.CHECK && after.state() instanceof StepState.Failed) {
			this.news.tell(run.onboarding(), News.What.TROUBLE);
		}
	}

	private Run.SignedIn signedIn(Onboarding onboarding) {
		Authority authority = onboarding.authority();
		boolean registers = authority != null && authority.abilities().contains(Ability.REGISTER);
		return new Run.SignedIn(registers && has(authority, Resource.GRAPH_APPLICATIONS),
				has(onboarding.exchange(), Resource.EXCHANGE));
	}

	private boolean has(@Nullable Authority authority, Resource resource) {
		return authority != null && this.tokens.find(authority.signIn(), resource).isPresent();
	}

	/**
	 * What every run needs.
	 *
	 * @param transactions the transaction manager
	 * @param clock the time
	 * @param properties how journeys behave
	 */
	@Component
	record RunContext(PlatformTransactionManager transactions, Clock clock, OnboardingProperties properties) {

	}

}
