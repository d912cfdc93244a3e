package com.highstage.portal.onboarding;

import com.highstage.portal.account.Ability;
import com.highstage.portal.account.Person;

/**
 * The steps of the journey, in their order.
 */
public enum Step {

	/** The organisation allows the portal to set things up. */
	ALLOW(Ability.ALLOW),

	/** The application and its service principal exist. */
	REGISTER(Ability.REGISTER),

	/** The application has a secret or certificate, and Highstage its sealed value. */
	SECRET(Ability.REGISTER),

	/** The application declares the chosen permissions. */
	PERMISSIONS(Ability.REGISTER),

	/** The chosen permissions are granted. */
	CONSENT(Ability.CONSENT),

	/** Exchange knows the application, and the chosen mailboxes are open for it. */
	MAILBOXES(Ability.MAILBOXES),
	/**
	 * A fresh app-only token carries the permissions, and every mailbox opens with it.
	 */
	CHECK(Ability.REGISTER);

	private final Ability needs;

	Step(Ability needs) {
		this.needs = needs;
	}

	/**
	 * What a person must be able to do to act on this step.
	 * @return the ability
	 */
	public Ability needs() {
		return this.needs;
	}

	/**
	 * Whether a person may act on this step. Checking is for everybody who may act on
	 * what is checked.
	 * @param person who wants to
	 * @return true if their roles suffice
	 */
	public boolean isFor(Person person) {
		return person.may(this.needs) || (this == CHECK && person.may(Ability.MAILBOXES));
	}

	/**
	 * The path of the step's page, relative to {@code /onboarding/}.
	 * @return the lower-case name
	 */
	public String path() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
