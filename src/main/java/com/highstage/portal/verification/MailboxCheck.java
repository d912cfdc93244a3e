package com.highstage.portal.verification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * The check of one mailbox over one protocol.
 *
 * @param connection whose mailbox
 * @param address the mailbox
 * @param protocol the protocol
 * @param result what the last login has shown
 * @param verifiedAt when it last opened; null if it never did
 * @param tries how often it was tried in a row without opening
 */
public record MailboxCheck(ConnectionId connection, MailboxAddress address, MailPermission protocol, CheckResult result,
		@Nullable Instant verifiedAt, int tries) {

}
