package com.highstage.portal.account.signin;

import java.util.Set;

import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.PlainName;

/**
 * What a validated ID token says of a person.
 *
 * @param id the identity
 * @param name display name; display only
 * @param signInName {@code preferred_username}; display and {@code login_hint} only
 * @param appRoles the portal's own app roles that the person's organisation assigned;
 * anybody can assign roles in their own organisation
 */
public record Identity(PersonId id, PlainName name, PlainName signInName, Set<String> appRoles) {

	public Identity {
		appRoles = Set.copyOf(appRoles);
	}

}
