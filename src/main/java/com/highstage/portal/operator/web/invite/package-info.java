/**
 * The pages that invite customers.
 */
@NullMarked
package com.highstage.portal.operator.web.invite;

import org.jspecify.annotations.NullMarked;
