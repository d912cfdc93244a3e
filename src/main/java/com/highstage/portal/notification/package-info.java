/**
 * Outgoing mail: written in the recipient's language, queued with the caller's
 * transaction, delivered in the background.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "site" })
@NullMarked
package com.highstage.portal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
