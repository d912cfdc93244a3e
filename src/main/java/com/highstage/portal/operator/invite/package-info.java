/**
 * Inviting customers: one by a form, many by a list.
 */
@NullMarked
package com.highstage.portal.operator.invite;

import org.jspecify.annotations.NullMarked;
