package com.highstage.portal.audit;

import java.util.List;

import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import com.highstage.portal.audit.JdbcChainRows.Row;
import com.highstage.portal.vault.Hmacs;

/**
 * Reads the chain page by page, in a snapshot, so that entries written meanwhile do not
 * look like a change.
 */
@Repository
class JdbcAuditChain implements AuditChain {

	private static final int PAGE = 1000;

	private final JdbcChainRows rows;

	private final Hmacs hmacs;

	JdbcAuditChain(JdbcChainRows rows, Hmacs hmacs) {
		this.rows = rows;
		this.hmacs = hmacs;
	}

	// one moment for entries and end: less is one moment for each table in H2
	@Override
	@Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
	public ChainState verify() {
		ChainWalk walk = new ChainWalk(this.hmacs);
		List<Row> page;
		do {
			page = this.rows.page(walk.last(), PAGE);
			page.forEach((row) -> walk.step(row.entry(), row.tag()));
		}
		while (page.size() == PAGE && walk.goesOn());
		return walk.end(this.rows.head().orElse(null));
	}

}
