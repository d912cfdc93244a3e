package com.highstage.portal.evidence.web;

import java.util.List;

import com.highstage.portal.evidence.removal.Part;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.registration.Connection;

/**
 * What a removal would comprise, as a person sees it.
 *
 * @param connection the connection
 * @param scope what goes
 * @param mayStart whether the person's roles suffice to begin
 * @param needsScript whether Exchange's part needs a colleague or the script
 */
record ProposalView(Connection connection, Removal.Scope scope, boolean mayStart, boolean needsScript) {

	/**
	 * What is removed.
	 * @return the parts in their order
	 */
	public List<Part> parts() {
		return Part.of(this.scope.ours(), this.scope.exchange());
	}

}
