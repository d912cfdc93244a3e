package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at the alarm clock's table at the very time something is due, instead of at its
 * next regular look.
 */
@Component
class ShortAlarms implements DisposableBean {

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("short-alarms").factory());

	private final ObjectProvider<Scheduler> scheduler;

	private final Clock clock;

	ShortAlarms(ObjectProvider<Scheduler> scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	void at(Instant due) {
		Duration wait = Duration.between(this.clock.instant(), due);
		if (wait.isNegative() || wait.isZero()) {
			this.scheduler.getObject().triggerCheckForDueExecutions();
		}
		else {
			this.timer.schedule(() -> this.scheduler.getObject().triggerCheckForDueExecutions(), wait.toMillis() + 1,
					TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void destroy() {
		this.timer.shutdownNow();
	}

}
