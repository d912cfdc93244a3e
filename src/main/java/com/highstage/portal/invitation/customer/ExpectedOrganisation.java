package com.highstage.portal.invitation.customer;

import com.highstage.portal.tenant.TenantId;

/**
 * The organisation that is expected to follow an invitation.
 *
 * @param domain the domain by which the operator named it
 * @param tenant the organisation that Microsoft says has this domain
 */
public record ExpectedOrganisation(String domain, TenantId tenant) {

}
