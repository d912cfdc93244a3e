/**
 * The audit trail, for those who answer for it.
 */
@NullMarked
package com.highstage.portal.operator.web.audit;

import org.jspecify.annotations.NullMarked;
