package com.highstage.portal.credential;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a renewed secret and the one before are valid side by side.
 *
 * @param overlap how long the former secret is kept after the new one was offered, unless
 * Highstage acknowledges the new one before
 */
@ConfigurationProperties("portal.renewal")
public record Overlap(@DefaultValue("14d") Duration overlap) {

}
