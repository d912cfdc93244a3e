/**
 * The chosen mailboxes, the application's registration in Exchange, and the script that
 * does the same.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "microsoft", "microsoft::exchange",
		"registration", "site" })
@NullMarked
package com.highstage.portal.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
