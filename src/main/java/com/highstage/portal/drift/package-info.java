/**
 * Whether what was finished still holds.
 */
@ApplicationModule(allowedDependencies = { "tenant", "audit", "credential", "microsoft", "microsoft::exchange",
		"registration", "mailbox", "verification", "invitation", "invitation::customer", "notification", "onboarding",
		"handover", "site" })
@NullMarked
package com.highstage.portal.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
