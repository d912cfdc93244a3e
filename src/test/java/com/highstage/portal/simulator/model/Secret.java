package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The value of a secret, which the directory itself never shows again.
 *
 * @param keyId its id
 * @param value the value
 * @param since when it was made
 * @param questions how often a token was asked for with it while it spread
 */
public record Secret(String keyId, String value, Instant since, AtomicInteger questions) {

}
