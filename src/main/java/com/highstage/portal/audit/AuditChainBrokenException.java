package com.highstage.portal.audit;

/**
 * The end of the audit chain is not as the portal left it, so nothing may be added: an
 * addition would hide what was done to it.
 */
public class AuditChainBrokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public AuditChainBrokenException(String message) {
		super(message);
	}

}
