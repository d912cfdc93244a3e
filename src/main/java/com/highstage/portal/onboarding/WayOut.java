package com.highstage.portal.onboarding;

/**
 * What a person can choose where a step failed or waits for them; message
 * {@code wayout.<name>}.
 */
public enum WayOut {

	/** Do the same again. */
	TRY_AGAIN,

	/** A secret that lasts 180 days, because the organisation's policy refused longer. */
	LIFETIME_180,

	/** A secret that lasts 90 days. */
	LIFETIME_90,

	/** A secret that lasts 30 days. */
	LIFETIME_30,

	/** A certificate, because the organisation's policy forbids secrets. */
	CERTIFICATE,

	/**
	 * A new secret, because the value of the former one is gone; the former is removed.
	 */
	NEW_SECRET,

	/** Take away granted permissions that are no longer chosen. */
	REVOKE_OTHERS,

	/** Microsoft's own consent page, because Graph refused the grant. */
	MICROSOFT_PAGE,
	/**
	 * Replace the application's registration in Exchange, which is under a wrong Object
	 * ID.
	 */
	REGISTER_AGAIN

}
