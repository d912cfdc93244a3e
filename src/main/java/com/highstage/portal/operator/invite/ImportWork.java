package com.highstage.portal.operator.invite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.invitation.customer.Customers;
import com.highstage.portal.invitation.customer.ExpectedOrganisation;
import com.highstage.portal.operator.invite.CustomerReader.Read;
import com.highstage.portal.operator.invite.JdbcImports.Confirmed;
import com.highstage.portal.operator.invite.ListJudge.Last;

/**
 * Invites the customers of a confirmed list one by one. A customer, their mail and the
 * note of it are one transaction: whenever the portal is stopped, nobody is invited twice
 * and nobody is forgotten.
 */
@Component
class ImportWork {

	/** After this time others may have a thread; the list goes on at once. */
	private static final Duration AT_A_TIME = Duration.ofSeconds(5);

	private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

	/** So often a customer is tried, after all others each time. */
	private static final int TRIES = 3;

	private final JdbcImports imports;

	private final JdbcImportLines lines;

	private final ListJudge judge;

	private final Customers customers;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportWork(JdbcImports imports, JdbcImportLines lines, ListJudge judge, Customers customers,
			PlatformTransactionManager transactions, Clock clock) {
		this.imports = imports;
		this.lines = lines;
		this.judge = judge;
		this.customers = customers;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Goes on with a list for a while.
	 * @param id the list
	 * @return when to go on; empty if all is done
	 */
	Optional<Instant> work(UUID id) {
		Optional<Confirmed> confirmed = this.imports.confirmed(id);
		if (confirmed.isEmpty()) {
			return Optional.empty();
		}
		Instant end = this.clock.instant().plus(AT_A_TIME);
		Optional<JudgedLine> next = this.lines.next(id);
		while (next.isPresent()) {
			attempt(id, confirmed.get(), next.get());
			if (this.clock.instant().isAfter(end)) {
				return Optional.of(this.clock.instant());
			}
			next = this.lines.next(id);
		}
		this.imports.end(id, this.clock.instant());
		return Optional.empty();
	}

	// One line that fails holds up no other.
	private void attempt(UUID list, Confirmed confirmed, JudgedLine line) {
		int number = line.line().number();
		try {
			invite(list, confirmed, line);
		}
		catch (RuntimeException ex) {
			LOG.error("Line {} of list {} could not be invited", number, list, ex);
			if (this.lines.failed(list, number) >= TRIES) {
				this.lines.refuse(list, number, Verdict.FAILED);
			}
		}
	}

	private void invite(UUID list, Confirmed confirmed, JudgedLine line) {
		int number = line.line().number();
		switch (CustomerReader.read(line.line().customer(), confirmed.usual())) {
			case Read.Wrong wrong -> this.lines.refuse(list, number, wrong.problems().getFirst());
			case Read.Good good -> {
				// Microsoft is asked before the transaction
				Last last = this.judge.again(good, expected(good, line));
				if (last.verdict() == Verdict.GOOD) {
					this.transaction.executeWithoutResult((status) -> invite(list, number, confirmed, last));
				}
				else {
					this.lines.refuse(list, number, last.verdict());
				}
			}
		}
	}

	// Another list, or somebody at a form, may just be inviting the same customer.
	private void invite(UUID list, int number, Confirmed confirmed, Last last) {
		if (!this.lines.take(list, number)) {
			return;
		}
		this.customers.waitForTurn();
		Verdict verdict = this.judge.known(last.invitation());
		if (verdict == Verdict.GOOD) {
			this.lines.invited(list, number, this.customers.invite(confirmed.by(), last.invitation()).customer().id());
		}
		else {
			this.lines.refuse(list, number, verdict);
		}
	}

	private static @Nullable ExpectedOrganisation expected(Read.Good good, JudgedLine line) {
		return (line.expected() != null) ? new ExpectedOrganisation(good.domain(), line.expected()) : null;
	}

}
