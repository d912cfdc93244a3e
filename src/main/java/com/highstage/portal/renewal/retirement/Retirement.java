package com.highstage.portal.renewal.retirement;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.PersonId;

/**
 * With whose authority a connection's former secrets can be removed.
 *
 * @param connection the connection
 * @param signIn the sign-in whose delegated token is sent
 * @param person the person
 * @param name the person's display name
 * @param tries how often it did not succeed in a row
 * @param explanation why the last try did not succeed; null if none was made, or it did
 */
record Retirement(ConnectionId connection, SignInId signIn, PersonId person, String name, int tries,
		@Nullable Explanation explanation) {

	Delegation delegation() {
		return new Delegation(this.person.tenant(), this.signIn);
	}

	Actor actor() {
		return Actor.person(this.person, this.name);
	}

}
