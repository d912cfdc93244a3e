/**
 * The only door to Entra, Graph, Exchange and the mail servers; failures in our words.
 */
@ApplicationModule(allowedDependencies = { "tenant", "vault", "account" })
@NullMarked
package com.highstage.portal.microsoft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
