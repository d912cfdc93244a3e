/**
 * Permissions asked for and granted, the portal's own and the application's.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "microsoft", "invitation",
		"registration", "site" })
@NullMarked
package com.highstage.portal.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
