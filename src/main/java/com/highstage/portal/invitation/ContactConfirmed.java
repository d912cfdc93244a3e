package com.highstage.portal.invitation;

import com.highstage.portal.tenant.TenantId;

/**
 * Somebody confirmed an organisation's contact address. Published in the transaction that
 * confirms it, before the audit trail knows.
 *
 * @param tenant whose address
 */
public record ContactConfirmed(TenantId tenant) {

}
