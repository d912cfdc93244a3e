package com.highstage.portal.onboarding;

import com.highstage.portal.verification.Trouble.Kind;

/**
 * The pages on which a customer's administrator mends what is wrong with a connection.
 */
public final class Mends {

	/** Lists every trouble, each with its remedy. */
	public static final String OVERVIEW = "/onboarding";

	private Mends() {
	}

	/**
	 * Where somebody mends a trouble.
	 * @param kind what is wrong
	 * @return the page's path
	 */
	public static String path(Kind kind) {
		return switch (kind) {
			case SECRET_ENDED, SECRET_REMOVED -> "/onboarding/renewal";
			case CONSENT_WITHDRAWN -> "/onboarding/consent";
			case APPLICATION_GONE -> "/onboarding/register";
			case MAILBOX_GONE -> "/onboarding/mailboxes";
			case APPLICATION_DISABLED, REGISTRATION_GONE, ACCESS_GONE, PROTOCOL_OFF, MAILBOX_RENAMED, LOGIN_FAILED ->
				OVERVIEW;
		};
	}

	/**
	 * The step that a trouble belongs to, and that somebody must be able to do who mends
	 * it.
	 * @param kind what is wrong
	 * @return the step
	 */
	public static Step step(Kind kind) {
		return switch (kind) {
			case SECRET_ENDED, SECRET_REMOVED -> Step.SECRET;
			case CONSENT_WITHDRAWN -> Step.CONSENT;
			case APPLICATION_GONE, APPLICATION_DISABLED -> Step.REGISTER;
			case REGISTRATION_GONE, ACCESS_GONE, PROTOCOL_OFF, MAILBOX_RENAMED, MAILBOX_GONE, LOGIN_FAILED ->
				Step.MAILBOXES;
		};
	}

}
