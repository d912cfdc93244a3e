package com.highstage.portal.registration;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * An organisation's connection to Highstage: our application there, and whether it works.
 *
 * @param id stays the same across onboardings and secrets
 * @param tenant the organisation
 * @param organisationName its display name
 * @param cloud where it lives
 * @param generation rises after a confirmed removal, and with it the unique name
 * @param application what is known of the application
 * @param finishedAt when it first worked; null before
 * @param shown whether Highstage sees it once it is finished
 * @param checked the last check that passed; null before
 */
public record Connection(ConnectionId id, TenantId tenant, PlainName organisationName, Cloud cloud, int generation,
		OurApplication application, @Nullable Instant finishedAt, boolean shown, @Nullable PassedCheck checked) {

	/**
	 * The name that makes creating the application idempotent.
	 * @return {@code highstage-mail-<generation>}
	 */
	public String uniqueName() {
		return "highstage-mail-" + this.generation;
	}

	Connection with(OurApplication found) {
		return new Connection(this.id, this.tenant, this.organisationName, this.cloud, this.generation, found,
				this.finishedAt, this.shown, this.checked);
	}

	/**
	 * What is known of our application.
	 *
	 * @param byHand whether a person made it in the Entra admin center
	 * @param adopted whether it existed before
	 * @param name its display name
	 * @param clientId null until it exists
	 * @param registration the app registration's object id; null if not known
	 * @param servicePrincipal the enterprise application's object id; null until it
	 * exists
	 */
	public record OurApplication(boolean byHand, boolean adopted, String name, @Nullable ClientId clientId,
			@Nullable ObjectId registration, @Nullable ObjectId servicePrincipal) {

		/** Nothing known yet. */
		public static final OurApplication UNKNOWN = new OurApplication(false, false, "", null, null, null);

	}

	/**
	 * A check that passed: a fresh token, made with that credential, had those
	 * permissions.
	 *
	 * @param sequence the credential's sequence
	 * @param at when
	 * @param permissions the permissions in the token
	 */
	public record PassedCheck(long sequence, Instant at, Set<MailPermission> permissions) {

		public PassedCheck {
			permissions = Set.copyOf(permissions);
		}

	}

}
