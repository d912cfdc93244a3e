package com.highstage.portal.invitation;

import com.highstage.portal.tenant.TenantId;

/**
 * Somebody confirmed an organisation's contact address.
 *
 * @param tenant whose address
 */
public record ContactConfirmed(TenantId tenant) {

}
