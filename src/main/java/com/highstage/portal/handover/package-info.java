/**
 * What Highstage reads and writes back: the change feed, the API that offers it, and the
 * intake of what Highstage wrote.
 */
@ApplicationModule(
		allowedDependencies = { "tenant", "vault", "audit", "account", "credential", "registration", "site" })
@NullMarked
package com.highstage.portal.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
