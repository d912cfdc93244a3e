package com.highstage.portal.evidence.removal;

import com.highstage.portal.tenant.MailboxAddress;

/**
 * A mailbox that the application could open when a removal began.
 *
 * @param address the mailbox
 * @param ours whether the portal gave the access, or a script of it may have
 */
public record RemovalMailbox(MailboxAddress address, boolean ours) {

}
