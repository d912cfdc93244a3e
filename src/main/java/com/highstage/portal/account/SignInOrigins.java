package com.highstage.portal.account;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import com.highstage.portal.tenant.TenantId;

/**
 * Tells which link brought somebody here; implemented where links are made.
 */
public interface SignInOrigins {

	/**
	 * Finds the link of a browser that has just come back from Microsoft.
	 * @param request the request that brought Microsoft's answer
	 * @param tenant the organisation in which the person signed in
	 * @return the link's id if it can be used and is for that organisation
	 */
	Optional<UUID> linkOf(HttpServletRequest request, TenantId tenant);

}
