/**
 * Ids and names of a Microsoft organisation, parsed once.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.highstage.portal.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
