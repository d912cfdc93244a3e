package com.highstage.portal.simulator.model;

/**
 * A mailbox in Exchange Online.
 *
 * @param address the primary address
 * @param type {@code UserMailbox} or {@code SharedMailbox}
 * @param imapEnabled whether IMAP is on
 * @param popEnabled whether POP is on
 */
public record Mailbox(String address, String type, boolean imapEnabled, boolean popEnabled) {

}
