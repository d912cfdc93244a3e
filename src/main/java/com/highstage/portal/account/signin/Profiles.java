package com.highstage.portal.account.signin;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import com.highstage.portal.account.DirectoryRoles;
import com.highstage.portal.account.OrganisationNames;
import com.highstage.portal.account.Person;
import com.highstage.portal.site.SameReference;

/**
 * What Microsoft knows of a signed-in person: looked up right after the sign-in and
 * whenever somebody asks for it.
 */
@Service
public class Profiles {

	private static final Logger log = LoggerFactory.getLogger(Profiles.class);

	private final DirectoryRoles directoryRoles;

	private final OrganisationNames organisationNames;

	private final SignIns signIns;

	Profiles(DirectoryRoles directoryRoles, OrganisationNames organisationNames, SignIns signIns) {
		this.directoryRoles = directoryRoles;
		this.organisationNames = organisationNames;
		this.signIns = signIns;
	}

	/**
	 * Looks up the person's roles and what the organisation is called, at the same time.
	 * What cannot be looked up stays as it was: a sign-in must not fail because of it.
	 * @param person the person
	 * @return the person as known now
	 */
	public Person refresh(Person person) {
		try (ExecutorService both = Executors.newCachedThreadPool()) {
			SameReference.in(both).execute(() -> attempt("roles", person, () -> lookUpRoles(person)));
			SameReference.in(both).execute(() -> attempt("organisation", person, () -> lookUpName(person)));
		}
		return this.signIns.find(person.signIn()).map(SignedIn::person).orElse(person);
	}

	private void lookUpRoles(Person person) {
		this.signIns.foundRoles(person.signIn(), this.directoryRoles.lookUp(person.signIn()));
	}

	private void lookUpName(Person person) {
		this.signIns.foundOrganisation(person.signIn(), this.organisationNames.lookUp(person));
	}

	private static void attempt(String what, Person person, Runnable lookUp) {
		try {
			lookUp.run();
		}
		catch (RuntimeException ex) {
			log.warn("could not look up the {} of sign-in {}: {}", what, person.signIn(), ex.toString());
		}
	}

}
