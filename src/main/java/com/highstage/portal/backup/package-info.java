/**
 * Copies of the embedded database while it is in use.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.highstage.portal.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
