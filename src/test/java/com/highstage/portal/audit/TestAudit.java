package com.highstage.portal.audit;

import java.time.Clock;

import com.highstage.portal.database.Database;
import com.highstage.portal.vault.cipher.TestVault;

/**
 * The real audit trail, for tests without a Spring context.
 */
public final class TestAudit {

	private TestAudit() {
	}

	/**
	 * Writes entries.
	 * @param database where to
	 * @param clock says when
	 * @return a trail whose entries {@link #chain} verifies
	 */
	public static AuditTrail trail(Database database, Clock clock) {
		return new JdbcAuditTrail(new JdbcChainRows(database.jdbc()), TestVault.hmacs(), clock,
				database.transactionManager());
	}

	/**
	 * Verifies entries; call it within a transaction or while nobody writes.
	 * @param database where they are
	 * @return the verifier
	 */
	public static AuditChain chain(Database database) {
		return new JdbcAuditChain(new JdbcChainRows(database.jdbc()), TestVault.hmacs());
	}

	/**
	 * What is written in a database, for people to read.
	 * @param database which
	 * @return the entries
	 */
	public static AuditEntries entries(Database database) {
		return new JdbcAuditEntries(new JdbcChainRows(database.jdbc()), new JdbcEntrySearch(database.jdbc()));
	}

}
