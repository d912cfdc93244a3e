package com.highstage.portal.invitation;

/**
 * What somebody is asked to do.
 */
public enum LinkKind {

	/** Allow the portal to set things up in the organisation. */
	ALLOW,

	/** Consent to the permissions of the organisation's own application. */
	CONSENT,

	/** Open mailboxes to the application; the colleague signs in. */
	MAILBOXES,

	/** Confirm that an address may be written to. */
	CONTACT

}
