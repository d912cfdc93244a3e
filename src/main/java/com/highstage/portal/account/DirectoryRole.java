package com.highstage.portal.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Entra's built-in roles that matter here, by role template id.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference">Microsoft
 * Entra built-in roles</a>
 */
public enum DirectoryRole {

	/** May do everything. */
	GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10"),

	/** May consent to everything. */
	PRIVILEGED_ROLE_ADMINISTRATOR("e8611ab8-c189-46e8-94e1-60213ab1f814"),

	/** Registers applications and consents for all but Graph's own application roles. */
	APPLICATION_ADMINISTRATOR("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"),

	/** As the former, without the application proxy. */
	CLOUD_APPLICATION_ADMINISTRATOR("158c047a-c907-4556-b7ef-446551a6b5f7"),

	/** Registers the application in Exchange and opens mailboxes. */
	EXCHANGE_ADMINISTRATOR("29232cdf-9323-42fd-ade2-1d097af3e4de"),

	/** Registers applications, cannot consent for the organisation. */
	APPLICATION_DEVELOPER("cf1c38e5-3621-4004-a7cb-879624dced7c");

	private final UUID templateId;

	DirectoryRole(String templateId) {
		this.templateId = UUID.fromString(templateId);
	}

	/**
	 * Finds a role by its template id.
	 * @param templateId the {@code roleTemplateId} from Graph
	 * @return the role, or empty if it does not matter here
	 */
	public static Optional<DirectoryRole> ofTemplate(String templateId) {
		return Arrays.stream(values())
			.filter((role) -> role.templateId.toString().equalsIgnoreCase(templateId))
			.findFirst();
	}

}
