/**
 * What all pages share: layout, notices, errors, security headers.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.highstage.portal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
