package com.highstage.portal.onboarding;

import java.util.List;

import com.highstage.portal.account.Ability;

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

	/** A fresh app-only token carries the chosen permissions; has no page of its own. */
	CHECK(Ability.REGISTER);

	/** The steps that have a page, in their order. */
	public static final List<Step> PAGES = List.of(ALLOW, REGISTER, SECRET, PERMISSIONS, CONSENT);

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
	 * The path of the step's page, relative to {@code /onboarding/}.
	 * @return the lower-case name
	 */
	public String path() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
