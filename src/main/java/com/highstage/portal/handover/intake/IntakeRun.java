package com.highstage.portal.handover.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.highstage.portal.handover.intake.JdbcWritten.Look;

/**
 * Takes in everything new that Highstage wrote by SQL: what has a time of the last minute
 * at each run, the rest every few minutes, because to compare all rows with those that
 * were taken in takes a second where there are many. A row that fails, or that somebody
 * else holds, holds up no other and is tried again.
 */
@Component
class IntakeRun {

	private static final Logger LOG = LoggerFactory.getLogger(IntakeRun.class);

	private static final int AT_ONCE = 200;

	private static final Duration RECENT = Duration.ofMinutes(1);

	private static final Duration BETWEEN_ALL = Duration.ofMinutes(5);

	private final JdbcWritten written;

	private final TransactionalIntake intake;

	private final Clock clock;

	private volatile Instant nextAll = Instant.MIN;

	IntakeRun(JdbcWritten written, TransactionalIntake intake, Clock clock) {
		this.written = written;
		this.intake = intake;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		boolean everything = !now.isBefore(this.nextAll);
		Instant since = everything ? null : now.minus(RECENT);
		all(this.written::newAcknowledgements, since);
		all(this.written::newAnswers, since);
		all(this.written::newReports, since);
		if (everything) {
			this.nextAll = now.plus(BETWEEN_ALL);
		}
	}

	private void all(Pages pages, @Nullable Instant since) {
		int passedOver = 0;
		List<? extends Written> page;
		do {
			// what was taken in is no longer new: only what was not is passed over
			page = pages.page(new Look(since, AT_ONCE, passedOver));
			for (Written row : page) {
				if (!takenIn(row)) {
					passedOver++;
				}
			}
		}
		while (page.size() == AT_ONCE);
	}

	private boolean takenIn(Written row) {
		try {
			return this.intake.takeIn(row);
		}
		catch (RuntimeException ex) {
			LOG.error("A {} that Highstage wrote could not be taken in", row.getClass().getSimpleName(), ex);
			return false;
		}
	}

	/**
	 * Rows of one kind that are new.
	 */
	private interface Pages {

		List<? extends Written> page(Look look);

	}

}
