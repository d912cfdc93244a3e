package com.highstage.portal.operator.action;

import com.highstage.portal.invitation.customer.CustomerId;

/**
 * An invited customer whose organisation is not known yet.
 *
 * @param id the customer
 * @param name their name
 * @param reference Highstage's reference; empty for none
 * @param address where the invitation went
 */
public record Candidate(CustomerId id, String name, String reference, String address) {

}
