/**
 * What hangs on the keys for which secrets are sealed.
 */
@NullMarked
package com.highstage.portal.operator.seal;

import org.jspecify.annotations.NullMarked;
