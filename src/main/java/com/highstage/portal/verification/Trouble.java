package com.highstage.portal.verification;

import java.time.Instant;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Something that no longer is as it was when a connection was finished.
 *
 * @param connection the connection
 * @param kind what it is
 * @param subject the mailbox's address; empty for what concerns the whole connection
 * @param source who noticed it
 * @param explanation the words for it
 * @param since when it was noticed first
 */
public record Trouble(ConnectionId connection, Kind kind, String subject, Source source, Explanation explanation,
		Instant since) {

	/**
	 * What it is; messages {@code trouble.<name>}.
	 */
	public enum Kind {

		/** The newest secret has ended. */
		SECRET_ENDED,
		/** The secret that Highstage uses was removed at Microsoft. */
		SECRET_REMOVED,
		/** A permission is no longer granted. */
		CONSENT_WITHDRAWN,
		/** The application no longer exists. */
		APPLICATION_GONE,
		/** Sign-in of the enterprise application is switched off. */
		APPLICATION_DISABLED,
		/** Exchange no longer knows the application, or under another Object ID. */
		REGISTRATION_GONE,
		/** The mailbox is no longer open for the application. */
		ACCESS_GONE,
		/** A protocol is switched off for the mailbox. */
		PROTOCOL_OFF,
		/** The mailbox has another primary address now. */
		MAILBOX_RENAMED,
		/** The mailbox no longer exists. */
		MAILBOX_GONE,
		/** Highstage could not log in, for a reason that is none of the above. */
		LOGIN_FAILED

	}

	/**
	 * Who noticed.
	 */
	public enum Source {

		/** Highstage reported it. */
		REPORT,
		/** A person looked, and Microsoft said so. */
		VISIT,
		/** The portal, by itself. */
		PORTAL

	}

}
