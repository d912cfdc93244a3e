package com.highstage.portal.audit;

/**
 * The chained record of every change and every refusal.
 */
public interface AuditTrail {

	/**
	 * Writes an entry in the caller's transaction; without one, or if it cannot be
	 * written, the call fails and so must what it describes. Writers queue for the end of
	 * the chain until they commit, so take this lock after those on rows of your own.
	 * @param event what happened or is about to happen
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 * @throws AuditChainBrokenException if the end of the chain is not as the portal left
	 * it
	 */
	void record(AuditEvent event);

	/**
	 * Writes down that something was refused, in a transaction of its own, so that the
	 * entry stays when the caller has no transaction or rolls its own back.
	 * @param event what was refused
	 * @throws IllegalStateException if the caller's transaction has written an entry: it
	 * would wait for itself
	 * @throws AuditChainBrokenException if the end of the chain is not as the portal left
	 * it
	 */
	void recordRefusal(AuditEvent event);

}
