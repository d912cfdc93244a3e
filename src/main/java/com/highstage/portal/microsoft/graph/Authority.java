package com.highstage.portal.microsoft.graph;

import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.Delegation;

/**
 * Whose token a call carries.
 *
 * @param signIn the sign-in
 * @param resource the scopes it needs
 * @param limit whose limit of simultaneous calls counts
 */
record Authority(SignInId signIn, Resource resource, Object limit) {

	static Authority profile(Delegation delegation) {
		return new Authority(delegation.signIn(), Resource.GRAPH_PROFILE, delegation.tenant());
	}

	static Authority applications(Delegation delegation) {
		return new Authority(delegation.signIn(), Resource.GRAPH_APPLICATIONS, delegation.tenant());
	}

}
