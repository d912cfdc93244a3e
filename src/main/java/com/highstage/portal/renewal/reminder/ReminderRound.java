package com.highstage.portal.renewal.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.renewal.reminder.JdbcReminders.Span;

/**
 * Goes through the secrets whose end is near and has each reminder sent once. Of several
 * that are due, because nobody looked for a while, only the nearest is sent.
 */
@Component
class ReminderRound {

	/** Days before the end, and once when it has come. */
	static final List<Integer> THRESHOLDS = List.of(60, 30, 14, 7, 1, 0);

	private static final Logger logger = LoggerFactory.getLogger(ReminderRound.class);

	private static final int AT_ONCE = 500;

	private final JdbcReminders reminders;

	private final Reminding reminding;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReminderRound(JdbcReminders reminders, Reminding reminding, PlatformTransactionManager transactions, Clock clock) {
		this.reminders = reminders;
		this.reminding = reminding;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Sends what is due.
	 */
	void run() {
		Instant now = this.clock.instant();
		for (int place = 0; place < THRESHOLDS.size(); place++) {
			int threshold = THRESHOLDS.get(place);
			boolean last = place == THRESHOLDS.size() - 1;
			Instant after = last ? Instant.EPOCH : now.plus(Duration.ofDays(THRESHOLDS.get(place + 1)));
			remind(threshold, new Span(after, now.plus(Duration.ofDays(threshold))));
		}
	}

	private void remind(int threshold, Span span) {
		@Nullable Due last = null;
		List<Due> page = this.reminders.due(threshold, span, last, AT_ONCE);
		while (!page.isEmpty()) {
			page.forEach((due) -> remind(threshold, due));
			last = page.getLast();
			page = this.reminders.due(threshold, span, last, AT_ONCE);
		}
	}

	private void remind(int threshold, Due due) {
		try {
			this.transaction.executeWithoutResult((status) -> this.reminding.remind(threshold, due));
		}
		catch (DuplicateKeyException ex) {
			logger.info("another process has reminded of the secret of {}", due.connection());
		}
		catch (RuntimeException ex) {
			// the next round tries again; the others are not to wait for that
			logger.error("nobody was reminded of the secret of {}", due.connection(), ex);
		}
	}

}
