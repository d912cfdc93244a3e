package com.highstage.portal.invitation;

/**
 * What a colleague is asked to do.
 */
public enum LinkKind {

	/** Allow the portal to set things up in the organisation. */
	ALLOW,

	/** Consent to the permissions of the organisation's own application. */
	CONSENT

}
