package com.highstage.portal.microsoft;

import java.util.Set;

/**
 * What a single-tenant application is created with.
 *
 * @param uniqueName {@code highstage-mail-<generation>}
 * @param displayName what administrators see
 * @param redirectUris the portal's consent callback
 * @param permissions the application permissions to declare
 */
public record NewApplication(String uniqueName, String displayName, Set<String> redirectUris,
		Set<Application.DeclaredPermission> permissions) {

	public NewApplication {
		redirectUris = Set.copyOf(redirectUris);
		permissions = Set.copyOf(permissions);
	}

}
