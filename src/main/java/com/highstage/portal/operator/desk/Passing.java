package com.highstage.portal.operator.desk;

import java.time.Clock;
import java.util.List;

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

	private static final int AT_ONCE = 200;

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
			due.forEach(
					(customer) -> this.transaction.executeWithoutResult((status) -> this.projection.refresh(customer)));
		}
		while (due.size() == AT_ONCE);
	}

}
