package com.highstage.portal.account;

import java.time.Instant;

/**
 * Microsoft's answer when a sign-in asked for a service and got no token: most often that
 * the organisation has not allowed the portal yet.
 *
 * @param code {@code AADSTS} and its number, or OAuth's error
 * @param reference what to read out on the phone; empty if there was none
 * @param at when Microsoft said so
 */
public record Refusal(String code, String reference, Instant at) {

}
