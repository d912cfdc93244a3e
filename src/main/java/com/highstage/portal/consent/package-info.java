/**
 * Permissions asked for and granted, the portal's own and the application's.
 */
@ApplicationModule(allowedDependencies = { "tenant", "audit", "account", "microsoft", "invitation", "site" })
@NullMarked
package com.highstage.portal.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
