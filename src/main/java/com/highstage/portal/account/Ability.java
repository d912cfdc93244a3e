package com.highstage.portal.account;

import java.util.EnumSet;
import java.util.Set;

import static com.highstage.portal.account.DirectoryRole.APPLICATION_ADMINISTRATOR;
import static com.highstage.portal.account.DirectoryRole.APPLICATION_DEVELOPER;
import static com.highstage.portal.account.DirectoryRole.CLOUD_APPLICATION_ADMINISTRATOR;
import static com.highstage.portal.account.DirectoryRole.EXCHANGE_ADMINISTRATOR;
import static com.highstage.portal.account.DirectoryRole.GLOBAL_ADMINISTRATOR;
import static com.highstage.portal.account.DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR;

/**
 * What a person's directory roles let them do on the way to a connection.
 */
public enum Ability {

	/** Allow the portal to set things up in the organisation. */
	ALLOW(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_ADMINISTRATOR,
			CLOUD_APPLICATION_ADMINISTRATOR),

	/** Register the application, make its secret, declare its permissions. */
	REGISTER(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_ADMINISTRATOR,
			CLOUD_APPLICATION_ADMINISTRATOR, APPLICATION_DEVELOPER),

	/** Consent to the application's permissions on behalf of the organisation. */
	CONSENT(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR, APPLICATION_ADMINISTRATOR,
			CLOUD_APPLICATION_ADMINISTRATOR),

	/** Register the application in Exchange and open mailboxes. */
	MAILBOXES(GLOBAL_ADMINISTRATOR, EXCHANGE_ADMINISTRATOR);

	private final Set<DirectoryRole> sufficient;

	Ability(DirectoryRole first, DirectoryRole... others) {
		this.sufficient = EnumSet.of(first, others);
	}

	/**
	 * Whether one of the given roles suffices.
	 * @param roles the active roles of a person
	 * @return true if the person may
	 */
	public boolean isGrantedBy(Set<DirectoryRole> roles) {
		return roles.stream().anyMatch(this.sufficient::contains);
	}

}
