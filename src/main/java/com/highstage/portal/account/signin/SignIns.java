package com.highstage.portal.account.signin;

import java.util.Optional;
import java.util.Set;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.tenant.PlainName;

/**
 * The sign-ins that exist; one that ended or outlived its time is not found.
 */
public interface SignIns {

	/**
	 * Begins a sign-in.
	 * @param identity what the ID token says
	 * @return the signed-in person, roles not looked up yet
	 */
	SignedIn begin(Identity identity);

	Optional<SignedIn> find(SignInId id);

	void foundRoles(SignInId id, Set<DirectoryRole> roles);

	void foundOrganisation(SignInId id, PlainName name);

	/**
	 * Ends a sign-in and erases its tokens.
	 * @param id the sign-in; one that ended before stays as it is
	 */
	void end(SignInId id);

	/**
	 * Erases the tokens whose hour is over or whose sign-in is, and forgets sign-ins that
	 * ended long ago.
	 */
	void forgetOutlived();

}
