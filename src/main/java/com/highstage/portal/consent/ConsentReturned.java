package com.highstage.portal.consent;

import com.highstage.portal.tenant.TenantId;

/**
 * Somebody came back from Microsoft's consent page: time to look, nothing more.
 *
 * @param tenant the organisation that the request was about
 */
public record ConsentReturned(TenantId tenant) {

}
