/**
 * What the machinery around the portal measures: figures for its monitoring, and whether
 * the portal does its duties.
 */
@ApplicationModule(allowedDependencies = { "vault", "audit", "microsoft", "notification", "verification", "operator" })
@NullMarked
package com.highstage.portal.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
