package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.customer.CustomerId;

/**
 * Brings rows up to date that the passing of time has changed: a link or a secret has
 * ended.
 */
@Component
class Passing {

	private static final Logger LOG = LoggerFactory.getLogger(Passing.class);

	private static final int AT_ONCE = 200;

	private static final Duration LATER = Duration.ofMinutes(10);

	private final DeskRows rows;

	private final Projection projection;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Passing(DeskRows rows, Projection projection, Clock clock, PlatformTransactionManager transactions) {
		this.rows = rows;
		this.projection = projection;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	void run() {
		List<CustomerId> due;
		do {
			due = this.rows.due(this.clock.instant(), AT_ONCE);
			due.forEach(this::refresh);
		}
		while (due.size() == AT_ONCE);
	}

	// One row that cannot be brought up to date waits, and holds up no other.
	private void refresh(CustomerId customer) {
		try {
			this.transaction.executeWithoutResult((status) -> this.projection.refresh(customer));
		}
		catch (RuntimeException ex) {
			LOG.error("The list's row of customer {} could not be brought up to date", customer, ex);
			Instant later = this.clock.instant().plus(LATER);
			this.transaction.executeWithoutResult((status) -> this.rows.lookAgain(customer, later));
		}
	}

}
