package com.highstage.portal.audit;

import java.time.Clock;

import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.Hmacs.Tag;
import com.highstage.portal.vault.Hmacs.Verdict;

/**
 * Appends to the chain in the table {@code audit_entry}; writers queue for the one row of
 * {@code audit_head}.
 */
@Repository
class JdbcAuditTrail implements AuditTrail {

	private final JdbcChainRows rows;

	private final Hmacs hmacs;

	private final Clock clock;

	private final TransactionTemplate joined;

	private final TransactionTemplate alone;

	JdbcAuditTrail(JdbcChainRows rows, Hmacs hmacs, Clock clock, PlatformTransactionManager transactions) {
		this.rows = rows;
		this.hmacs = hmacs;
		this.clock = clock;
		this.joined = template(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
		this.alone = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void record(AuditEvent event) {
		this.joined.executeWithoutResult((status) -> {
			TransactionSynchronizationManager.registerSynchronization(new HoldsTheEnd());
			append(event, false);
		});
	}

	@Override
	public void recordRefusal(AuditEvent event) {
		if (HoldsTheEnd.inThisTransaction()) {
			throw new IllegalStateException("a transaction that has written an entry would wait for itself");
		}
		this.alone.executeWithoutResult((status) -> append(event, true));
	}

	private void append(AuditEvent event, boolean refused) {
		ChainHead head = this.rows.lockHead()
			.filter((found) -> found.verdict(this.hmacs) == Verdict.FITS)
			.orElseThrow(
					() -> new AuditChainBrokenException("the end of the audit chain was changed or its key is gone"));
		ChainEntry entry = ChainEntry.of(head.sequence() + 1, this.clock.instant(), event, refused);
		Tag tag = this.hmacs.tag(entry.canonical(head.entryMac()));
		this.rows.insert(entry, tag);
		this.rows.moveHead(ChainHead.of(entry.sequence(), tag.value(), this.hmacs));
	}

	private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
		TransactionTemplate template = new TransactionTemplate(transactions);
		template.setPropagationBehavior(propagation);
		return template;
	}

	/**
	 * Marks a transaction that others wait for.
	 */
	private static final class HoldsTheEnd implements TransactionSynchronization {

		static boolean inThisTransaction() {
			return TransactionSynchronizationManager.isSynchronizationActive()
					&& TransactionSynchronizationManager.getSynchronizations()
						.stream()
						.anyMatch(HoldsTheEnd.class::isInstance);
		}

	}

}
