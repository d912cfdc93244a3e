/**
 * The journey: one aggregate, its steps, its pages, its background work.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "credential", "invitation",
		"invitation::customer", "microsoft", "microsoft::exchange", "registration", "consent", "mailbox",
		"verification", "notification", "site" })
@NullMarked
package com.highstage.portal.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
