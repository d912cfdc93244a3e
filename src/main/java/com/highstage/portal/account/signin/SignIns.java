package com.highstage.portal.account.signin;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.SignInId;

/**
 * The sign-ins that exist; one that ended or outlived its time is not found.
 */
public interface SignIns {

	/**
	 * Begins a sign-in.
	 * @param identity what the ID token says
	 * @param link the link that brought the person here, if one did
	 * @return the signed-in person, roles not looked up yet
	 */
	SignedIn begin(Identity identity, @Nullable UUID link);

	Optional<SignedIn> find(SignInId id);

	/**
	 * Keeps what was looked up about the person.
	 * @param id the sign-in
	 * @param roles the active directory roles
	 * @param organisationName the organisation's display name; empty keeps the former
	 */
	void describe(SignInId id, Set<DirectoryRole> roles, String organisationName);

	/**
	 * Ends a sign-in and erases its tokens.
	 * @param id the sign-in; one that ended before stays as it is
	 */
	void end(SignInId id);

}
