package com.highstage.portal.evidence;

import java.time.Instant;

import com.highstage.portal.registration.Attempt;

/**
 * A change that the portal made in the customer's organisation; message
 * {@code deed.<call>}.
 *
 * @param call which change
 * @param subject what was changed
 * @param who the person on whose behalf; empty if that is no longer known
 * @param at when
 * @param certain false if Microsoft's answer was lost and nobody has looked since
 */
public record Deed(Attempt.Call call, String subject, String who, Instant at, boolean certain) {

}
