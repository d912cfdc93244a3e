package com.highstage.portal.tenant;

/**
 * Something that Highstage reads of a connection has changed: its mailboxes, when they
 * were verified, the credential it is offered. Published in the transaction that changes
 * it, so that the number that Highstage follows is raised with it.
 *
 * @param connection the connection
 */
public record ConnectionMoved(ConnectionId connection) {

}
