package com.highstage.portal.microsoft;

import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;

/**
 * App-only tokens of the customer's application, always fresh: a token fetched before the
 * consent would lack its roles for an hour.
 */
public interface AppTokens {

	/**
	 * Asks for a token for Exchange Online.
	 * @param tenant the customer's organisation
	 * @param client the customer's application
	 * @param credential its secret or certificate
	 * @return what the token says
	 * @throws MicrosoftException with code {@code AADSTS…} if it is refused
	 */
	AppToken request(TenantId tenant, ClientId client, Credential credential);

}
