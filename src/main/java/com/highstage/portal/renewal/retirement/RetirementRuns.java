package com.highstage.portal.renewal.retirement;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Begins and ends the work on a connection's former secrets, each in one transaction.
 */
@Component
class RetirementRuns {

	private final JdbcRetirements retirements;

	private final RetirementAlarms alarms;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RetirementRuns(JdbcRetirements retirements, RetirementAlarms alarms, PlatformTransactionManager transactions,
			Clock clock) {
		this.retirements = retirements;
		this.alarms = alarms;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	boolean isKnown(ConnectionId connection) {
		return this.retirements.find(connection).isPresent();
	}

	Optional<Run> begin(ConnectionId connection) {
		return this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			Long epoch = this.retirements.takeLease(connection, now, now.plus(RetirementLease.LENGTH));
			return (epoch != null) ? this.retirements.find(connection).map((retirement) -> run(retirement, epoch))
					: Optional.<Run>empty();
		});
	}

	private Run run(Retirement retirement, long epoch) {
		return new Run(retirement, new RetirementLease(this.retirements, retirement.connection(), epoch, this.clock));
	}

	/**
	 * Notes how it ended and gives the lease back.
	 * @param run the run
	 * @param tries how often it did not succeed in a row
	 * @param explanation why it did not; null if it did
	 * @param next when to go on; null if a person has to come first
	 */
	void end(Run run, int tries, @Nullable Explanation explanation, @Nullable Instant next) {
		ConnectionId connection = run.retirement().connection();
		this.transaction.executeWithoutResult((status) -> {
			run.lease().hold();
			this.retirements.tried(connection, tries, explanation);
			if (next != null) {
				this.alarms.set(connection, run.lease().epoch(), next);
			}
			this.retirements.releaseLease(connection, run.lease().epoch());
		});
	}

	/**
	 * One run.
	 *
	 * @param retirement with whose authority
	 * @param lease the right to it
	 */
	record Run(Retirement retirement, RetirementLease lease) {

	}

}
