/**
 * What operators do for a customer who is there already.
 */
@NullMarked
package com.highstage.portal.operator.action;

import org.jspecify.annotations.NullMarked;
