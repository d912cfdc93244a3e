package com.highstage.portal.invitation.customer;

import com.highstage.portal.tenant.TenantId;

/**
 * It is certain which customer an organisation is, or that customer's reference has
 * changed. Published in the transaction that says so.
 *
 * @param customer who
 * @param tenant their organisation
 * @param reference Highstage's reference of them; empty for none
 */
public record CustomerMatched(CustomerId customer, TenantId tenant, String reference) {

}
