package com.highstage.portal.operator.invite;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.tenant.TenantId;

/**
 * A line of a list with what was found.
 *
 * @param line what was typed
 * @param verdict what was found
 * @param expected the organisation that has the domain; null if it was not asked for
 */
record JudgedLine(TypedLine line, Verdict verdict, @Nullable TenantId expected) {

}
