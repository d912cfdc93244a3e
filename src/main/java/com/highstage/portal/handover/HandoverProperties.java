package com.highstage.portal.handover;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Highstage reads by HTTP.
 *
 * @param audience what Highstage's tokens are for, in addition to the portal's client id:
 * the application ID URI of the portal's registration, such as {@code api://<client id>},
 * where Microsoft writes that into the token
 * @param requestsPerMinute how many requests of the interface one address may make in a
 * minute
 */
@ConfigurationProperties("portal.handover")
public record HandoverProperties(@Nullable String audience, @DefaultValue("600") int requestsPerMinute) {

}
