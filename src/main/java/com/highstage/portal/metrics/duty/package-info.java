/**
 * Health of what goes on in the background, for operators: nothing of it decides whether
 * the portal is sent visitors.
 */
@NullMarked
package com.highstage.portal.metrics.duty;

import org.jspecify.annotations.NullMarked;
