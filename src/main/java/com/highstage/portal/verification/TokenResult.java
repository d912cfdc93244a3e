package com.highstage.portal.verification;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.tenant.ObjectId;

/**
 * What app-only tokens say about a connection.
 */
public sealed interface TokenResult {

	/**
	 * Every token carried the chosen permissions.
	 *
	 * @param check what was found, now or with the same credential before
	 * @param token a fresh token; null if none was needed
	 */
	record Passed(PassedCheck check, @Nullable AppToken token) implements TokenResult {

		/**
		 * The {@code oid} of the fresh token.
		 * @return null if no token was needed
		 */
		public @Nullable ObjectId servicePrincipal() {
			return (this.token != null) ? this.token.servicePrincipal() : null;
		}

	}

	/**
	 * Tokens are issued, but lack permissions: not granted, or not spread yet.
	 *
	 * @param present the permissions that are there
	 * @param servicePrincipal the {@code oid}
	 */
	record RolesMissing(Set<MailPermission> present, ObjectId servicePrincipal) implements TokenResult {

	}

	/**
	 * A token was issued that no mailbox can be opened with, however long one waits: for
	 * another service, of another organisation or for another enterprise application.
	 *
	 * @param cause which of them
	 * @param found what the token says instead
	 */
	record OfNoUse(Cause cause, String found) implements TokenResult {

	}

	/**
	 * No token was issued.
	 *
	 * @param cause why
	 * @param credentialStoredAt since when the credential exists here
	 */
	record Refused(MicrosoftException cause, Instant credentialStoredAt) implements TokenResult {

	}

	/**
	 * The working copy was erased before a check with it had passed.
	 */
	record ValueGone() implements TokenResult {

	}

	/**
	 * There is no application or no credential.
	 */
	record NothingToCheck() implements TokenResult {

	}

}
