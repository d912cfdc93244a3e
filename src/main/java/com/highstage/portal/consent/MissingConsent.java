package com.highstage.portal.consent;

import java.util.Set;
import java.util.UUID;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.tenant.ClientId;

/**
 * Why a token lacks permissions although somebody may well have consented to something:
 * what the application declares tells it.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Microsoft Graph
 * permissions reference</a>
 */
public final class MissingConsent {

	private static final ClientId GRAPH = ClientId.parse("00000003-0000-0000-c000-000000000000");

	/** IMAP.AccessAsUser.All, POP.AccessAsUser.All and SMTP.Send of Microsoft Graph. */
	private static final Set<UUID> DELEGATED_BY_GRAPH = Set.of(UUID.fromString("652390e4-393a-48de-9484-05f9b1212954"),
			UUID.fromString("d7b7f2d9-0f45-4ea1-9d42-e50810c06991"),
			UUID.fromString("258f6531-6087-4cc4-bb90-092c5fb3ed3f"));

	private MissingConsent() {
	}

	/**
	 * Tells the cause.
	 * @param application the application as read
	 * @param missing the permissions that a token lacks
	 * @return {@link Cause#CONSENT_MISSING} if all are declared as they must be,
	 * {@link Cause#DELEGATED_INSTEAD} if delegated permissions for mail are declared
	 * instead, else {@link Cause#PERMISSION_NOT_DECLARED}
	 */
	public static Cause cause(Application application, Set<MailPermission> missing) {
		boolean declared = missing.stream()
			.map((permission) -> new DeclaredPermission(MailRoles.EXCHANGE_ONLINE, permission.wellKnownId(), "Role"))
			.allMatch(application.declared()::contains);
		if (declared) {
			return Cause.CONSENT_MISSING;
		}
		return application.declared().stream().anyMatch(MissingConsent::isDelegatedMail) ? Cause.DELEGATED_INSTEAD
				: Cause.PERMISSION_NOT_DECLARED;
	}

	private static boolean isDelegatedMail(DeclaredPermission permission) {
		boolean mail = permission.resource().equals(MailRoles.EXCHANGE_ONLINE)
				|| (permission.resource().equals(GRAPH) && DELEGATED_BY_GRAPH.contains(permission.id()));
		return mail && "Scope".equals(permission.type());
	}

}
