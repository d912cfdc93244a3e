package com.highstage.portal.onboarding;

import com.highstage.portal.account.Operator;
import com.highstage.portal.tenant.TenantId;

/**
 * Gives journeys up for Highstage, because the organisation's connection ends. Everything
 * here runs in the caller's transaction.
 */
public interface Cancellations {

	/**
	 * Holds the active journey, so that whoever works on it is done or comes too late.
	 * Comes first: rows are held before anything is written down.
	 * @param tenant the organisation
	 */
	void hold(TenantId tenant);

	/**
	 * Gives the active journey up, if there is one; what exists at Microsoft stays.
	 * @param by who ends the connection
	 * @param tenant the organisation
	 */
	void cancel(Operator by, TenantId tenant);

}
