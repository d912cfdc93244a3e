package com.highstage.portal.account.signin;

import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.DirectoryRoles;
import com.highstage.portal.account.Person;

/**
 * What Microsoft knows of a signed-in person: looked up right after the sign-in and
 * whenever somebody asks for it.
 */
@Service
public class Profiles {

	private static final Logger log = LoggerFactory.getLogger(Profiles.class);

	private final ObjectProvider<DirectoryRoles> directoryRoles;

	private final SignIns signIns;

	Profiles(ObjectProvider<DirectoryRoles> directoryRoles, SignIns signIns) {
		this.directoryRoles = directoryRoles;
		this.signIns = signIns;
	}

	/**
	 * Looks the person's roles up. If that does not work the former ones stay: a sign-in
	 * must not fail because a look-up did.
	 * @param person the person
	 * @return the person as known now
	 */
	public Person refresh(Person person) {
		try {
			Set<DirectoryRole> roles = this.directoryRoles.getObject().lookUp(person.signIn());
			this.signIns.describe(person.signIn(), roles, "");
		}
		catch (RuntimeException ex) {
			log.warn("could not look up the roles of sign-in {}", person.signIn(), ex);
		}
		return this.signIns.find(person.signIn()).map(SignedIn::person).orElse(person);
	}

}
