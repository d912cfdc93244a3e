package com.highstage.portal.account.signin;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody of Highstage may do in the portal.
 */
public enum Staff {

	/** Invites customers and helps them. */
	OPERATOR("Operator"),

	/** Sees where customers stand. */
	VIEWER("Viewer");

	private final String appRole;

	Staff(String appRole) {
		this.appRole = appRole;
	}

	static Optional<Staff> of(Set<String> appRoles) {
		if (appRoles.contains(OPERATOR.appRole)) {
			return Optional.of(OPERATOR);
		}
		return appRoles.contains(VIEWER.appRole) ? Optional.of(VIEWER) : Optional.empty();
	}

}
