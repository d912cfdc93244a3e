/**
 * The operators' desk: where each customer stands, what they can do for them, and what
 * was done.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "credential", "microsoft",
		"registration", "consent", "invitation", "invitation::customer", "mailbox", "verification", "evidence::removal",
		"onboarding", "onboarding::web", "notification", "renewal", "site" })
@NullMarked
package com.highstage.portal.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
