package com.highstage.portal.microsoft;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.tenant.TenantId;

/**
 * Whose authority a call to Microsoft uses: a person's sign-in, in one organisation.
 *
 * @param tenant the organisation
 * @param signIn the sign-in whose delegated token is sent
 */
public record Delegation(TenantId tenant, SignInId signIn) {

}
