package com.highstage.portal.audit;

/**
 * The chained record of every change and every refusal.
 */
public interface AuditTrail {

	/**
	 * Writes an entry in the caller's transaction; without one, or if it cannot be
	 * written, the call fails and so must what it describes.
	 * @param event what happened or is about to happen
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	void record(AuditEvent event);

}
