/**
 * Verifications of the audit chain that operators ask for.
 */
@NullMarked
package com.highstage.portal.operator.chain;

import org.jspecify.annotations.NullMarked;
