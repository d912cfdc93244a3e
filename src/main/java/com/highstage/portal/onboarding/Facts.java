package com.highstage.portal.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * What was found, for pages to show; parts that were not found or not asked are null or
 * empty.
 *
 * @param application the application
 * @param secret the newest credential
 * @param declared permissions that the application declares
 * @param granted permissions that are granted
 * @param inToken permissions in the last app-only token
 * @param mailboxes how many mailboxes stand where
 */
public record Facts(@Nullable ApplicationFacts application, @Nullable SecretFacts secret, Set<MailPermission> declared,
		Set<MailPermission> granted, Set<MailPermission> inToken, MailboxFacts mailboxes) {

	/** Nothing known. */
	public static final Facts NONE = new Facts(null, null, Set.of(), Set.of(), Set.of(), MailboxFacts.NONE);

	public Facts {
		declared = Set.copyOf(declared);
		granted = Set.copyOf(granted);
		inToken = Set.copyOf(inToken);
	}

	/**
	 * How many mailboxes stand where.
	 *
	 * @param wanted how many are on the list
	 * @param open how many are open as far as Exchange said
	 * @param logins how many logins are to be proven
	 * @param passed how many of them have succeeded
	 */
	public record MailboxFacts(int wanted, int open, int logins, int passed) {

		/** No mailboxes. */
		public static final MailboxFacts NONE = new MailboxFacts(0, 0, 0, 0);

	}

	/**
	 * The application in the customer's organisation.
	 *
	 * @param name its display name
	 * @param clientId the application (client) id
	 * @param registration the app registration's object id; null if not looked up
	 * @param servicePrincipal the enterprise application's object id, which Exchange must
	 * know; null if there is none
	 * @param adopted whether it existed before this journey
	 * @param differences what differs from what is wanted
	 */
	public record ApplicationFacts(String name, ClientId clientId, @Nullable ObjectId registration,
			@Nullable ObjectId servicePrincipal, boolean adopted, List<Difference> differences) {

		public ApplicationFacts {
			differences = List.copyOf(differences);
		}

	}

	/**
	 * The newest credential, never its value.
	 *
	 * @param type secret or certificate
	 * @param keyId its id at Microsoft; null if pasted without
	 * @param description its display name
	 * @param expiresAt when it ends
	 * @param shortened whether the organisation's policy made it shorter than planned, or
	 * a certificate instead of a secret
	 */
	public record SecretFacts(CredentialType type, @Nullable UUID keyId, String description, Instant expiresAt,
			boolean shortened) {

	}

	/**
	 * Something about an adopted application that differs from what is wanted; message
	 * {@code difference.<kind>}.
	 *
	 * @param kind what differs
	 * @param found what is there
	 * @param wanted what it becomes, or empty if it is left as it is
	 */
	public record Difference(Kind kind, String found, String wanted) {

		/**
		 * What differs.
		 */
		public enum Kind {

			/** The display name. */
			NAME,

			/** The portal's redirect URI is missing. */
			REDIRECT_URI,

			/** Not a single-tenant application. */
			AUDIENCE,

			/** A chosen permission is not declared. */
			MISSING_PERMISSION,

			/** A permission is declared that nobody chose here. */
			OTHER_PERMISSION,

			/** A secret or certificate that is not ours. */
			OTHER_CREDENTIAL

		}

	}

}
