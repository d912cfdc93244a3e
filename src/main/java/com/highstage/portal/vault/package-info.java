/**
 * Keys, secrets and everything that is done with them; the only place with cryptography.
 */
@ApplicationModule(allowedDependencies = { "tenant" })
@NullMarked
package com.highstage.portal.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
