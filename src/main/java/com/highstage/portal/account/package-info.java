/**
 * Sign-in: who this is and may do, and the delegated tokens of a signed-in person.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "site" })
@NullMarked
package com.highstage.portal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
