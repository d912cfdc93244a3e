package com.highstage.portal.microsoft.graph;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.OrganisationNames;
import com.highstage.portal.account.Person;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Organisations;
import com.highstage.portal.tenant.PlainName;

/**
 * The organisation's display name in Graph.
 */
@Component
class GraphOrganisationNames implements OrganisationNames {

	private final Organisations organisations;

	GraphOrganisationNames(Organisations organisations) {
		this.organisations = organisations;
	}

	@Override
	public PlainName lookUp(Person person) {
		return this.organisations.find(new Delegation(person.tenant(), person.signIn())).name();
	}

}
