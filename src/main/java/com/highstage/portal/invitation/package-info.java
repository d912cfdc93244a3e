/**
 * Links that let a person in.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "account", "microsoft", "notification", "site" })
@NullMarked
package com.highstage.portal.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
