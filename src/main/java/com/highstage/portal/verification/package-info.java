/**
 * Does the connection work, and if not, why.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "credential", "microsoft", "microsoft::exchange",
		"microsoft::mail", "registration", "consent", "mailbox", "site" })
@NullMarked
package com.highstage.portal.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
