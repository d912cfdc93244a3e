/**
 * Who did what, tamper-evident.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault" })
@NullMarked
package com.highstage.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
