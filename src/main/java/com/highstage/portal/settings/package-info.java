/**
 * What must be configured before the portal starts, and plain words for what is missing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.highstage.portal.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
