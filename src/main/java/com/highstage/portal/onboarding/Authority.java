package com.highstage.portal.onboarding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.audit.Actor;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.tenant.PersonId;

/**
 * Whose authority the background work uses at Microsoft, and what it sufficed for when it
 * was given.
 *
 * @param signIn the sign-in whose delegated token is sent
 * @param person the person
 * @param name the person's display name
 * @param abilities what the person's roles sufficed for
 */
public record Authority(SignInId signIn, PersonId person, String name, Set<Ability> abilities) {

	public Authority {
		abilities = Set.copyOf(abilities);
	}

	/**
	 * The authority of a person who asks for something.
	 * @param person who asks
	 * @return their authority
	 */
	public static Authority of(Person person) {
		return new Authority(person.signIn(), person.id(), person.name(),
				Arrays.stream(Ability.values()).filter(person::may).collect(Collectors.toSet()));
	}

	/**
	 * For calls to Microsoft.
	 * @return organisation and sign-in
	 */
	public Delegation delegation() {
		return new Delegation(this.person.tenant(), this.signIn);
	}

	/**
	 * For the audit trail.
	 * @return the person
	 */
	public Actor actor() {
		return Actor.person(this.person, this.name);
	}

}
