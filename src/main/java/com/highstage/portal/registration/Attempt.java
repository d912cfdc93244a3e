package com.highstage.portal.registration;

import java.time.Instant;

/**
 * A change at Microsoft whose outcome is not known.
 *
 * @param id the attempt
 * @param call which call
 * @param subject what it was done to
 * @param startedAt when it was about to be made
 */
public record Attempt(AttemptId id, Call call, String subject, Instant startedAt) {

	/**
	 * The calls that change something at Microsoft; audited as {@code <action>}.
	 */
	public enum Call {

		/** Create or find the application. */
		CREATE_APPLICATION("application.requested"),

		/** Change the application's display name. */
		RENAME_APPLICATION("application.rename.requested"),

		/** Add the portal's redirect address. */
		SET_REDIRECT_URIS("application.redirect.requested"),

		/** Create or find the enterprise application. */
		CREATE_SERVICE_PRINCIPAL("service-principal.requested"),

		/** Make a secret. */
		ADD_PASSWORD("secret.requested"),

		/** Remove a secret. */
		REMOVE_PASSWORD("secret.removal.requested"),

		/** Upload a certificate. */
		ADD_CERTIFICATE("certificate.requested"),

		/** Remove a certificate. */
		REMOVE_CERTIFICATE("certificate.removal.requested"),

		/** Write the declared permissions. */
		DECLARE("permissions.requested"),

		/** Grant one permission. */
		GRANT("grant.requested"),

		/** Revoke one permission. */
		REVOKE("revocation.requested"),
		/** Make the application known to Exchange. */
		REGISTER_IN_EXCHANGE("exchange.registration.requested"),
		/** Take the application's registration in Exchange away. */
		REMOVE_FROM_EXCHANGE("exchange.removal.requested"),
		/** Give the application access to a mailbox. */
		OPEN_MAILBOX("mailbox.access.requested"),
		/** Take access to a mailbox away. */
		CLOSE_MAILBOX("mailbox.closing.requested"),
		/** Switch a protocol on for a mailbox. */
		SWITCH_ON_PROTOCOL("mailbox.protocol.requested"),
		/** Delete the application. */
		DELETE_APPLICATION("application.deletion.requested");

		private final String action;

		Call(String action) {
			this.action = action;
		}

		String action() {
			return this.action;
		}

	}

}
