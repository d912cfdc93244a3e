package com.highstage.portal.evidence.removal;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How removals behave.
 *
 * @param lease how long work may pause before another process takes it over
 * @param quiet how long a removal waits for calls that were under way when it began
 * @param patience how long the portal waits for Microsoft to spread what was removed
 */
@ConfigurationProperties("portal.removal")
public record RemovalProperties(@DefaultValue("60s") Duration lease, @DefaultValue("30s") Duration quiet,
		@DefaultValue("2h") Duration patience) {

}
