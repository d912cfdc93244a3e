/**
 * Keeps connections working when secrets end: reminders, the new secret, and the removal
 * of the former one.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "credential", "microsoft",
		"invitation", "invitation::customer", "registration", "verification", "onboarding", "onboarding::web",
		"notification", "site" })
@NullMarked
package com.highstage.portal.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
