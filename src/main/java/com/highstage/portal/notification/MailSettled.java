package com.highstage.portal.notification;

/**
 * A mail came to its end: sent, refused or given up. Published in the transaction that
 * notes it; whoever fails to hear it has the mail sent again.
 *
 * @param mail what became of it
 */
public record MailSettled(Delivery mail) {

}
