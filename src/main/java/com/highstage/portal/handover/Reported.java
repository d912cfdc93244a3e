package com.highstage.portal.handover;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * Highstage has told how it fares with a connection or one of its mailboxes. Published
 * within the transaction that takes the report in: what a listener writes is committed
 * with it, and a report is told of once.
 *
 * @param connection the connection, which Highstage is shown; it may have ended
 * @param address the mailbox; null for what concerns the whole connection, such as a
 * token that was refused
 * @param lastLoginAt when Highstage logged in last; null if it never did
 * @param lastError what failed since then, in Highstage's or the server's own words,
 * which are a stranger's; empty if nothing did
 * @param reportedAt when Highstage says so
 */
public record Reported(ConnectionId connection, @Nullable MailboxAddress address, @Nullable Instant lastLoginAt,
		PlainName lastError, Instant reportedAt) {

	/**
	 * Whether Highstage met an error after its last login.
	 * @return true if it cannot read mail at the moment
	 */
	public boolean failed() {
		return !this.lastError.value().isEmpty();
	}

}
