/**
 * What was made in the customer's organisation: a sheet that shows it, its removal, and a
 * bundle for support.
 */
@ApplicationModule(allowedDependencies = { "tenant", "audit", "account", "credential", "microsoft",
		"microsoft::exchange", "invitation::customer", "registration", "consent", "mailbox", "verification",
		"onboarding", "onboarding::web", "site" })
@NullMarked
package com.highstage.portal.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
