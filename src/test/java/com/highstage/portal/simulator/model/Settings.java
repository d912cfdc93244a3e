package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How kind Microsoft is today; changed with {@code POST /control/settings}.
 *
 * @param latencyMillis added to every call to a Microsoft host, those under way included
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
 * @param tokenAudience the audience of app-only tokens whatever was asked for, null for
 * what was asked for
 * @param extraMailboxes how many mailboxes {@code box-0001@}, … every organisation with
 * Exchange Online has in addition
 * @param roleActivations when people's roles were activated, by address: Exchange Online
 * refuses tokens from before, and any until the activation has propagated
 * @param mailPatienceMillis how long a client may say nothing to a mail server
 * @param mailRefusal how the sink for outgoing mail refuses every recipient: a code such
 * as {@code 451} or {@code 550}, with or without words; empty or {@code none} to accept
 */
public record Settings(long latencyMillis, long replicationMillis, long propagationMillis, long timeoutMillis,
		long tokenLifetimeSeconds, boolean graphRefusesAppRoleAssignedTo, boolean staleReads,
		Map<String, Integer> refusals, boolean refusalsReturn, @Nullable String tokenAudience, int extraMailboxes,
		Map<String, Instant> roleActivations, long mailPatienceMillis, String mailRefusal) {

	public Settings {
		mailRefusal = (mailRefusal == null || mailRefusal.equals("none")) ? "" : mailRefusal;
		if (!mailRefusal.matches("|[45]\\d\\d( [ -~]*)?")) {
			throw new IllegalArgumentException("mailRefusal is a code from 400 to 599, or none");
		}
	}

	public static Settings defaults() {
		return new Settings(0, 1000, 5000, 30_000, 0, false, false, Map.of(), false, null, 0, Map.of(), 60_000, "");
	}

}
