package com.highstage.portal.simulator.model;

import java.util.Map;

/**
 * How kind Microsoft is today; changed with {@code POST /control/settings}.
 *
 * @param latencyMillis added to every call to a Microsoft host
 * @param replicationMillis until another node of the directory knows of a change
 * @param propagationMillis until Exchange Online knows of a change
 * @param timeoutMillis how long a call with the fault {@code timeout} is kept waiting
 * @param tokenLifetimeSeconds the lifetime of access tokens, 0 for Microsoft's 60 to 90
 * minutes
 * @param graphRefusesAppRoleAssignedTo whether a grant needs more than
 * {@code Application.ReadWrite.All}
 * @param staleReads whether reads of changed objects also lag behind
 * @param refusals sign-ins that Entra refuses: an address, domain or application id, and
 * the number of the AADSTS error
 * @param refusalsReturn whether a refused sign-in goes straight back to the application
 * instead of ending on a page of Entra's
 */
public record Settings(long latencyMillis, long replicationMillis, long propagationMillis, long timeoutMillis,
		long tokenLifetimeSeconds, boolean graphRefusesAppRoleAssignedTo, boolean staleReads,
		Map<String, Integer> refusals, boolean refusalsReturn) {

	public static Settings defaults() {
		return new Settings(0, 1000, 5000, 30_000, 0, false, false, Map.of(), false);
	}

}
