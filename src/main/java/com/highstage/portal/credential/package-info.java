/**
 * The versions of an application's secret: sealed value, expiry, acknowledgement.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit" })
@NullMarked
package com.highstage.portal.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
