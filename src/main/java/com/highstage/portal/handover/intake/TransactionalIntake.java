package com.highstage.portal.handover.intake;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.audit.RetriedIfOvertaken;
import com.highstage.portal.handover.intake.Written.Acknowledgement;
import com.highstage.portal.handover.intake.Written.CanaryAnswer;
import com.highstage.portal.handover.intake.Written.Report;

/**
 * Takes in one thing at a time, each in a transaction of its own. Highstage is not told
 * of a database that let other work go first.
 */
@Component
class TransactionalIntake implements Intake {

	private final Judgement judgement;

	private final JdbcWritten written;

	private final TransactionTemplate transaction;

	TransactionalIntake(Judgement judgement, JdbcWritten written, PlatformTransactionManager transactions) {
		this.judgement = judgement;
		this.written = written;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	@RetriedIfOvertaken
	public Outcome acknowledge(Acknowledgement acknowledgement) {
		return within(() -> this.judgement.acknowledge(acknowledgement));
	}

	@Override
	@RetriedIfOvertaken
	public Outcome report(Report report) {
		return within(() -> {
			Report before = this.written.before(report).orElse(null);
			Outcome outcome = this.judgement.report(report, before);
			if (outcome instanceof Outcome.Taken) {
				this.written.write(report);
				this.written.take(report);
			}
			return outcome;
		});
	}

	@Override
	@RetriedIfOvertaken
	public Outcome answer(CanaryAnswer answer) {
		return within(() -> this.judgement.answer(answer));
	}

	private Outcome within(Supplier<Outcome> judged) {
		return Objects.requireNonNull(this.transaction.execute((status) -> judged.get()));
	}

	/**
	 * Takes in a row that Highstage wrote by SQL, unless that was done already.
	 * @param seen the row as it was found
	 * @return false if somebody else holds it, or it is gone
	 */
	boolean takeIn(Written seen) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<? extends Written> row = this.written.lock(seen);
			row.ifPresent(this::judge);
			return row.isPresent();
		}));
	}

	private void judge(Written row) {
		Report before = (row instanceof Report report) ? this.written.before(report).orElse(null) : null;
		Optional<String> refusedBefore = this.written.refusal(row);
		if (!this.written.take(row)) {
			return;
		}
		Outcome outcome = switch (row) {
			case Acknowledgement acknowledgement -> this.judgement.acknowledge(acknowledgement);
			case Report report -> this.judgement.report(report, before);
			case CanaryAnswer answer -> this.judgement.answer(answer);
		};
		outcome.refusal().ifPresent((reason) -> {
			this.written.refuse(row, reason);
			// who writes the same every minute is not to fill the audit trail
			if (!refusedBefore.equals(Optional.of(reason))) {
				this.judgement.refused(row, reason);
			}
		});
	}

}
