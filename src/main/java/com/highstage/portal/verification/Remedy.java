package com.highstage.portal.verification;

/**
 * What the portal itself can do about a check that failed, once a person says so; message
 * {@code remedy.<name>}.
 */
public enum Remedy {

	/** Switch the protocol on for the mailbox. */
	SWITCH_ON,
	/** Register the application in Exchange under the right Object ID. */
	REGISTER_AGAIN,
	/** Give access to the mailbox again. */
	OPEN_AGAIN,
	/** Consent to the permissions. */
	CONSENT,
	/** Make a new secret. */
	NEW_SECRET,
	/** Check again. */
	TRY_AGAIN;

	/**
	 * The words on its button.
	 * @return a message key
	 */
	public String messageKey() {
		return "remedy." + name();
	}

}
