package com.highstage.portal.handover.intake;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in everything new that Highstage wrote by SQL. A row that fails holds up no other
 * and is tried again with the next run.
 */
@Component
class IntakeRun {

	private static final Logger LOG = LoggerFactory.getLogger(IntakeRun.class);

	private static final int AT_ONCE = 200;

	private final JdbcWritten written;

	private final TransactionalIntake intake;

	IntakeRun(JdbcWritten written, TransactionalIntake intake) {
		this.written = written;
		this.intake = intake;
	}

	void run() {
		all(this.written::newAcknowledgements);
		all(this.written::newAnswers);
		all(this.written::newReports);
	}

	private void all(Pages pages) {
		int failed = 0;
		List<? extends Written> page;
		do {
			// what was taken in is no longer new: only what failed is passed over
			page = pages.page(AT_ONCE, failed);
			for (Written row : page) {
				if (!takenIn(row)) {
					failed++;
				}
			}
		}
		while (page.size() == AT_ONCE);
	}

	private boolean takenIn(Written row) {
		try {
			this.intake.takeIn(row);
			return true;
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

		List<? extends Written> page(int limit, int offset);

	}

}
