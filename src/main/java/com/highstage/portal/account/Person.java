package com.highstage.portal.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.PersonId;
import com.highstage.portal.tenant.TenantId;

/**
 * Who is signed in, as pages and services see it; resolved from the session for
 * controller arguments of this type.
 *
 * @param id the identity
 * @param signIn this sign-in
 * @param name display name, cleaned; display only
 * @param signInName {@code preferred_username}; display and {@code login_hint} only
 * @param organisationName the organisation's display name, or the sign-in name's domain
 * while it could not be looked up; display only
 * @param roles the directory roles at the last look-up
 * @param rolesAt when the roles were looked up; null if they could not be looked up yet,
 * which a page must say
 */
public record Person(PersonId id, SignInId signIn, String name, String signInName, String organisationName,
		Set<DirectoryRole> roles, @Nullable Instant rolesAt) {

	public Person {
		roles = Set.copyOf(roles);
	}

	/**
	 * The organisation this person acts for; the only source of "which organisation".
	 * @return the organisation of the sign-in
	 */
	public TenantId tenant() {
		return this.id.tenant();
	}

	/**
	 * Whether the roles at the last look-up suffice.
	 * @param ability what the person wants to do
	 * @return true if they may
	 */
	public boolean may(Ability ability) {
		return ability.isGrantedBy(this.roles);
	}

}
