package com.highstage.portal.invitation.customer;

/**
 * Something about a customer has changed: an invitation, a link, the organisation.
 * Published in the transaction that changes it.
 *
 * @param customer who
 */
public record CustomerMoved(CustomerId customer) {

}
