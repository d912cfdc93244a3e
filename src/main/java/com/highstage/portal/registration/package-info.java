/**
 * Our application in the customer's organisation, and its secret.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "audit", "credential", "microsoft" })
@NullMarked
package com.highstage.portal.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
