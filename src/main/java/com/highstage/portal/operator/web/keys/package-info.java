/**
 * The keys for which secrets are sealed, and how far a change of them is.
 */
@NullMarked
package com.highstage.portal.operator.web.keys;

import org.jspecify.annotations.NullMarked;
